package rapport.profile;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import rapport.contracts.EventCatalog;
import rapport.contracts.PersonState;
import rapport.contracts.PrivacyEvent;
import rapport.contracts.ProfileState;
import rapport.profile.catalogue.ProfileCatalogue;
import rapport.profile.profile.ProfileFields;
import rapport.profile.profile.ProfileTree;
import rapport.runtime.topic.OwnedTopics;
import rapport.runtime.topic.OwnedTopics.Kept;
import rapport.runtime.topic.OwnedTopics.OwnedTopic;

/** What the service is made of besides its own components. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ProfileServiceConfiguration {

  @Bean
  ProfileFields profileFields() {
    return ProfileCatalogue.fields();
  }

  @Bean
  ProfileTree profileTree(ProfileFields fields) {
    return new ProfileTree(fields);
  }

  @Bean
  OwnedTopics topics() {
    return new OwnedTopics(
        List.of(
            new OwnedTopic(EventCatalog.PROFILE.topic(), Kept.FOR_A_MONTH),
            new OwnedTopic(EventCatalog.ACCOUNT.topic(), Kept.FOR_A_MONTH),
            new OwnedTopic(ProfileState.CATALOG.topic(), Kept.LATEST_OF_KEY),
            new OwnedTopic(EventCatalog.PERSON.topic(), Kept.FOR_A_MONTH),
            new OwnedTopic(PersonState.CATALOG.topic(), Kept.LATEST_OF_KEY),
            new OwnedTopic(PrivacyEvent.CATALOG.topic(), Kept.FOR_A_MONTH)));
  }
}
