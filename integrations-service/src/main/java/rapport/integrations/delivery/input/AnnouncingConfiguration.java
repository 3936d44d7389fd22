package rapport.integrations.delivery.input;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.EventCatalog;
import rapport.contracts.HealthEvent;
import rapport.contracts.LeadEvent;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.EventSources;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;
import rapport.runtime.store.DocumentStore;

/** Reads the topics whose events can be delivered. */
@Configuration(proxyBeanMethods = false)
class AnnouncingConfiguration {

  private final ProjectionRunners runners;
  private final DocumentStore store;
  private final Announcements announcements;

  AnnouncingConfiguration(
      ProjectionRunners runners, DocumentStore store, Announcements announcements) {
    this.runners = runners;
    this.store = store;
    this.announcements = announcements;
  }

  @Bean
  ProjectionRunner<Announcing.Seen, HealthEvent> announcedHealth(EventSources sources) {
    return announce(
        new Announcing<>("delivery-health", EventCatalog.HEALTH),
        sources.of("health-score-service"));
  }

  @Bean
  ProjectionRunner<Announcing.Seen, LeadEvent> announcedLeads(EventSources sources) {
    return announce(
        new Announcing<>("delivery-leads", EventCatalog.LEAD),
        sources.of("lead-intelligence-service"));
  }

  private <E> ProjectionRunner<Announcing.Seen, E> announce(
      Announcing<E> announcing, EventSource owner) {
    return runners.register(
        announcing, new AnnouncedViews<>(store, announcing, announcements), owner);
  }
}
