package rapport.health.projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.AccountSignal;
import rapport.contracts.ConversationEvent;
import rapport.health.account.AccountFacts;
import rapport.health.funnel.ConversationProgress;
import rapport.health.store.AccountViews;
import rapport.health.store.FunnelViews;
import rapport.health.store.UsageViews;
import rapport.health.usage.ConversationUsage;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.EventSources;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Runs the projections; gaps are asked for at the owners of the events. */
@Configuration(proxyBeanMethods = false)
class HealthProjectionConfiguration {

  @Bean
  EventSource conversations(EventSources sources) {
    return sources.of("conversation-service");
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
  EventSource accounts(EventSources sources) {
    return sources.of("profile-service");
  }

  @Bean
  ProjectionRunner<AccountFacts, AccountSignal> accountRunner(
      ProjectionRunners runners, AccountViews views, EventSource accounts) {
    return runners.register(new AccountProjection(), views, accounts);
  }
}
