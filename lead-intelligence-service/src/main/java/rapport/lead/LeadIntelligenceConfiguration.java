package rapport.lead;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.runtime.topic.OwnedTopics;
import rapport.runtime.topic.OwnedTopics.Kept;
import rapport.runtime.topic.OwnedTopics.OwnedTopic;

/** What the service is made of besides its own components. */
@Configuration(proxyBeanMethods = false)
class LeadIntelligenceConfiguration {

  @Bean
  OwnedTopics topics() {
    return new OwnedTopics(
        List.of(
            new OwnedTopic("rapport.lead.events", Kept.FOR_A_MONTH),
            new OwnedTopic("rapport.lead.state", Kept.LATEST_OF_KEY),
            new OwnedTopic("rapport.persona.state", Kept.LATEST_OF_KEY)));
  }
}
