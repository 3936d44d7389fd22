package rapport.lead;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.EventCatalog;
import rapport.contracts.LeadState;
import rapport.contracts.PersonaState;
import rapport.embedding.LateEmbedder;
import rapport.runtime.topic.OwnedTopics;

/** What the service is made of besides its own components. */
@Configuration(proxyBeanMethods = false)
class LeadIntelligenceConfiguration {

  @Bean
  OwnedTopics topics() {
    return OwnedTopics.ofEvents(EventCatalog.LEAD.topic())
        .andStates(LeadState.CATALOG.topic(), PersonaState.CATALOG.topic());
  }

  /**
   * Loads on a thread of its own, so that the start does not wait for it. {@code
   * rapport.detection.embedding=false} leaves it out: then visitors are judged by words alone.
   */
  @Bean(destroyMethod = "close")
  @ConditionalOnBooleanProperty(name = "rapport.detection.embedding", matchIfMissing = true)
  LateEmbedder embedder() {
    return LateEmbedder.start();
  }
}
