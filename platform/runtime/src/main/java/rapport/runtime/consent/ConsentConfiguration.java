package rapport.runtime.consent;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.PersonState;
import rapport.runtime.projection.LatestCounts;
import rapport.runtime.projection.Projection;
import rapport.runtime.projection.ProjectionRunners;
import rapport.runtime.store.DocumentStore;

/**
 * {@link WithheldConsents} that follow the topic as the projection {@code <service>-consents}. A
 * service that asks them imports it.
 */
@Configuration(proxyBeanMethods = false)
public class ConsentConfiguration {

  @Bean
  WithheldConsents withheldConsents(
      DocumentStore store,
      ProjectionRunners runners,
      @Value("${spring.application.name}") String self) {
    var consents = new WithheldConsents(store);
    runners.register(new Following(self + "-consents"), consents, new LatestCounts());
    return consents;
  }

  /** Of a person the latest state counts. */
  private record Following(String name) implements Projection<Withheld, PersonState> {

    @Override
    public EventCatalog<PersonState> catalog() {
      return PersonState.CATALOG;
    }

    @Override
    public Withheld empty(String workspace, String stream) {
      return Withheld.NOTHING;
    }

    @Override
    public Withheld apply(Withheld before, Envelope<PersonState> event) {
      return Withheld.of(event.event());
    }
  }
}
