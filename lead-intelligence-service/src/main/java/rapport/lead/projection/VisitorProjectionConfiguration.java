package rapport.lead.projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import rapport.contracts.ConversationEvent;
import rapport.lead.store.Visitors;
import rapport.lead.visitor.Judgement;
import rapport.lead.visitor.Visitor;
import rapport.runtime.consent.ConsentConfiguration;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.EventSources;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Runs the projection, with conversation-service as the owner of the events. */
@Configuration(proxyBeanMethods = false)
@Import(ConsentConfiguration.class)
class VisitorProjectionConfiguration {

  @Bean
  EventSource conversations(EventSources sources) {
    return sources.of("conversation-service");
  }

  @Bean
  ProjectionRunner<Visitor, ConversationEvent> visitorRunner(
      ProjectionRunners runners, Visitors views, Judgement judgement, EventSource conversations) {
    return runners.register(new VisitorProjection(judgement), views, conversations);
  }
}
