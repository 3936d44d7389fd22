package rapport.profile.projection;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import rapport.contracts.ConversationEvent;
import rapport.profile.profile.ProfileUpdate;
import rapport.profile.record.RecordUpdate;
import rapport.profile.store.BuyingProcessViews;
import rapport.profile.store.ProfileViews;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.HttpEventSource;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Runs the projections, with conversation-service as the owner of the events. */
@Configuration(proxyBeanMethods = false)
class ProjectionsConfiguration {

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
  ProjectionRunner<ProfileUpdate, ConversationEvent> profileRunner(
      ProjectionRunners runners, ProfileViews views, EventSource conversations) {
    return runners.register(new ProfileProjection(), views, conversations);
  }

  @Bean
  ProjectionRunner<RecordUpdate, ConversationEvent> buyingProcessRunner(
      ProjectionRunners runners, BuyingProcessViews views, EventSource conversations) {
    return runners.register(new BuyingProcessProjection(), views, conversations);
  }
}
