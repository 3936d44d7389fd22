package rapport.profile.account.sighting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.IntegrationEvent;
import rapport.profile.account.store.Sightings;
import rapport.runtime.projection.EventSources;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Runs the projection, with integrations-service as the owner of the events. */
@Configuration(proxyBeanMethods = false)
class SightingsConfiguration {

  @Bean
  ProjectionRunner<Sighting, IntegrationEvent> sightingRunner(
      ProjectionRunners runners, Sightings views, EventSources sources) {
    return runners.register(new SightingProjection(), views, sources.of("integrations-service"));
  }
}
