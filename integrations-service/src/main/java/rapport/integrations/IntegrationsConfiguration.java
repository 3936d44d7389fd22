package rapport.integrations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.runtime.topic.OwnedTopics;

/** What the service is made of besides its own components. */
@Configuration(proxyBeanMethods = false)
class IntegrationsConfiguration {

  @Bean
  OwnedTopics topics() {
    return OwnedTopics.ofEvents("rapport.integration.events", "rapport.automation.events");
  }
}
