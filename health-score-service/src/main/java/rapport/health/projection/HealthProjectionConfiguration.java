package rapport.health.projection;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import rapport.contracts.AccountSignal;
import rapport.contracts.ConversationEvent;
import rapport.health.account.AccountFacts;
import rapport.health.funnel.ConversationProgress;
import rapport.health.store.AccountViews;
import rapport.health.store.FunnelViews;
import rapport.health.store.UsageViews;
import rapport.health.usage.ConversationUsage;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.HttpEventSource;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Runs the projections; gaps are asked for at the owners of the events. */
@Configuration(proxyBeanMethods = false)
class HealthProjectionConfiguration {

  private static final String OWNER = "conversation-service";
  private static final String OWNER_OF_ACCOUNTS = "profile-service";

  @Bean
  EventSource conversations(
      WebClient.Builder client,
      ServiceTokens tokens,
      @Value("${rapport.conversation.url}") String url,
      @Value("${spring.application.name}") String self) {
    return new HttpEventSource(client, tokens, url, OWNER, self);
  }

  @Bean
  ProjectionRunner<ConversationUsage, ConversationEvent> usageRunner(
      ProjectionRunners runners, UsageViews views, EventSource conversations) {
    return runners.register(new UsageProjection(), views, conversations);
  }

  @Bean
  ProjectionRunner<ConversationProgress, ConversationEvent> funnelRunner(
      ProjectionRunners runners, FunnelViews views, EventSource conversations) {
    return runners.register(new FunnelProjection(), views, conversations);
  }

  @Bean
  EventSource accounts(
      WebClient.Builder client,
      ServiceTokens tokens,
      @Value("${rapport.profile.url}") String url,
      @Value("${spring.application.name}") String self) {
    return new HttpEventSource(client, tokens, url, OWNER_OF_ACCOUNTS, self);
  }

  @Bean
  ProjectionRunner<AccountFacts, AccountSignal> accountRunner(
      ProjectionRunners runners, AccountViews views, EventSource accounts) {
    return runners.register(new AccountProjection(), views, accounts);
  }
}
