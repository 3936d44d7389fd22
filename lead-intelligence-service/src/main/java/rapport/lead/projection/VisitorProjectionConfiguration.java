package rapport.lead.projection;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;
import rapport.contracts.ConversationEvent;
import rapport.lead.store.Visitors;
import rapport.lead.visitor.Judgement;
import rapport.lead.visitor.Visitor;
import rapport.runtime.consent.ConsentConfiguration;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.HttpEventSource;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Runs the projection, with conversation-service as the owner of the events. */
@Configuration(proxyBeanMethods = false)
@Import(ConsentConfiguration.class)
class VisitorProjectionConfiguration {

  private static final String OWNER = "conversation-service";

  @Bean
  EventSource conversations(
      WebClient.Builder client,
      ServiceTokens tokens,
      @Value("${rapport.conversation.url}") String url,
      @Value("${spring.application.name}") String self) {
    return new HttpEventSource(client, tokens, url, OWNER, self);
  }

  @Bean
  ProjectionRunner<Visitor, ConversationEvent> visitorRunner(
      ProjectionRunners runners, Visitors views, Judgement judgement, EventSource conversations) {
    return runners.register(new VisitorProjection(judgement), views, conversations);
  }
}
