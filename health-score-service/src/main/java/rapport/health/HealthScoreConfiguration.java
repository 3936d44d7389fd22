package rapport.health;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.runtime.topic.OwnedTopics;
import rapport.runtime.topic.OwnedTopics.Kept;
import rapport.runtime.topic.OwnedTopics.OwnedTopic;

/** What the service is made of besides its own components. */
@Configuration(proxyBeanMethods = false)
class HealthScoreConfiguration {

  @Bean
  OwnedTopics topics() {
    return new OwnedTopics(
        List.of(
            new OwnedTopic("rapport.health.events", Kept.FOR_A_MONTH),
            new OwnedTopic("rapport.health.state", Kept.LATEST_OF_KEY)));
  }
}
