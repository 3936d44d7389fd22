package rapport.conversation.store;

import java.util.List;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.runtime.consent.WithheldConsents;
import rapport.runtime.privacy.PersonalData;
import rapport.runtime.privacy.Subject;
import rapport.runtime.privacy.Whose;
import rapport.runtime.store.DocumentStore;

/** What this service keeps of people. */
@Configuration(proxyBeanMethods = false)
class ConversationPrivacyConfiguration {

  @Bean
  PersonalData personalData(DocumentStore store, ConversationCommits commits) {
    return PersonalData.in(store)
        .own(
            "visitors",
            Whose.key(Subject::visitors).or(Whose.field("conversation", Subject::conversations)),
            ConversationPrivacyConfiguration::visitor)
        .special("commits", commits)
        .own("assessments", Whose.key(Subject::conversations))
        .own("portraits", Whose.keyBefore("/", Subject::conversations))
        .own(WithheldConsents.COLLECTION, Whose.key(Subject::people))
        .all();
  }

  private static Subject visitor(Document visitor) {
    return Subject.ofConversations(List.of(visitor.get("conversation", "")));
  }
}
