package rapport.integrations.automation.input;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.AccountSignal;
import rapport.contracts.ConversationEvent;
import rapport.contracts.EventCatalog;
import rapport.contracts.HealthEvent;
import rapport.contracts.HealthState;
import rapport.contracts.LeadEvent;
import rapport.integrations.automation.engine.Intake;
import rapport.integrations.automation.engine.RunWorker;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.EventSources;
import rapport.runtime.projection.LatestCounts;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;
import rapport.runtime.store.DocumentStore;

/** Watches the topics of the other services, each of which is asked for what its topic lacks. */
@Configuration(proxyBeanMethods = false)
class InputConfiguration {

  private final ProjectionRunners runners;
  private final DocumentStore store;
  private final Intake intake;
  private final RunWorker worker;

  InputConfiguration(
      ProjectionRunners runners, DocumentStore store, Intake intake, RunWorker worker) {
    this.runners = runners;
    this.store = store;
    this.intake = intake;
    this.worker = worker;
  }

  @Bean
  ProjectionRunner<Watched, AccountSignal> watchedAccounts(EventSources sources) {
    return watch(
        new Watching<>("automation-accounts", EventCatalog.ACCOUNT, AccountWatch::apply),
        sources.of("profile-service"));
  }

  @Bean
  ProjectionRunner<Watched, HealthState> watchedHealth() {
    return watch(
        new Watching<>("automation-health", HealthState.CATALOG, HealthWatch::state),
        new LatestCounts());
  }

  @Bean
  ProjectionRunner<Watched, HealthEvent> watchedAlerts(EventSources sources) {
    return watch(
        new Watching<>("automation-alerts", EventCatalog.HEALTH, HealthWatch::alert),
        sources.of("health-score-service"));
  }

  @Bean
  ProjectionRunner<Watched, LeadEvent> watchedLeads(EventSources sources) {
    return watch(
        new Watching<>("automation-leads", EventCatalog.LEAD, LeadWatch::apply),
        sources.of("lead-intelligence-service"));
  }

  @Bean
  ProjectionRunner<Watched, ConversationEvent> watchedConversations(EventSource conversations) {
    return watch(
        new Watching<>(
            "automation-conversations", EventCatalog.CONVERSATION, ConversationWatch::apply),
        conversations);
  }

  private <E> ProjectionRunner<Watched, E> watch(Watching<E> watching, EventSource owner) {
    return runners.register(
        watching, new WatchedViews<>(store, watching.name(), intake, worker), owner);
  }
}
