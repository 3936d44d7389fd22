package rapport.integrations.delivery.input;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import rapport.contracts.EventCatalog;
import rapport.contracts.HealthEvent;
import rapport.contracts.LeadEvent;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.HttpEventSource;
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
  ProjectionRunner<Announcing.Seen, HealthEvent> announcedHealth(
      WebClient.Builder client,
      ServiceTokens tokens,
      @Value("${rapport.health-score.url}") String url,
      @Value("${spring.application.name}") String self) {
    return announce(
        new Announcing<>("delivery-health", EventCatalog.HEALTH),
        new HttpEventSource(client, tokens, url, "health-score-service", self));
  }

  @Bean
  ProjectionRunner<Announcing.Seen, LeadEvent> announcedLeads(
      WebClient.Builder client,
      ServiceTokens tokens,
      @Value("${rapport.lead-intelligence.url}") String url,
      @Value("${spring.application.name}") String self) {
    return announce(
        new Announcing<>("delivery-leads", EventCatalog.LEAD),
        new HttpEventSource(client, tokens, url, "lead-intelligence-service", self));
  }

  private <E> ProjectionRunner<Announcing.Seen, E> announce(
      Announcing<E> announcing, EventSource owner) {
    return runners.register(
        announcing, new AnnouncedViews<>(store, announcing, announcements), owner);
  }
}
