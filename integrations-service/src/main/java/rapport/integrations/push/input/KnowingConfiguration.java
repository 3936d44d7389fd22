package rapport.integrations.push.input;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import rapport.contracts.AccountSignal;
import rapport.contracts.EventCatalog;
import rapport.contracts.HealthState;
import rapport.contracts.LeadState;
import rapport.contracts.PersonState;
import rapport.integrations.push.Known;
import rapport.integrations.push.store.KnownThings;
import rapport.integrations.push.store.KnownViews;
import rapport.runtime.consent.ConsentConfiguration;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.EventSources;
import rapport.runtime.projection.LatestCounts;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Reads the topics that tell of what can be pushed. */
@Configuration(proxyBeanMethods = false)
@Import(ConsentConfiguration.class)
class KnowingConfiguration {

  private final ProjectionRunners runners;
  private final KnownThings things;

  KnowingConfiguration(ProjectionRunners runners, KnownThings things) {
    this.runners = runners;
    this.things = things;
  }

  @Bean
  ProjectionRunner<Known, LeadState> knownLeads() {
    return know(
        Sources.LEADS,
        new Knowing<>("push-leads", LeadState.CATALOG, LeadKnown::apply),
        new LatestCounts());
  }

  @Bean
  ProjectionRunner<Known, PersonState> knownPeople() {
    return know(
        Sources.PEOPLE,
        new Knowing<>("push-people", PersonState.CATALOG, PersonKnown::apply),
        new LatestCounts());
  }

  @Bean
  ProjectionRunner<Known, AccountSignal> knownAccounts(EventSources sources) {
    return know(
        Sources.ACCOUNTS,
        new Knowing<>("push-accounts", EventCatalog.ACCOUNT, AccountKnown::signal),
        sources.of("profile-service"));
  }

  @Bean
  ProjectionRunner<Known, HealthState> knownHealth() {
    return know(
        Sources.HEALTH,
        new Knowing<>("push-health", HealthState.CATALOG, AccountKnown::health),
        new LatestCounts());
  }

  private <E> ProjectionRunner<Known, E> know(
      String source, Knowing<E> knowing, EventSource owner) {
    return runners.register(knowing, new KnownViews<>(things, source), owner);
  }
}
