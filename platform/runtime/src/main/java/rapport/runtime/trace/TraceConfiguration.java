package rapport.runtime.trace;

import io.micrometer.observation.ObservationPredicate;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/** Beans of the package. */
@Configuration(proxyBeanMethods = false)
public class TraceConfiguration {

  @Bean
  @Lazy
  Traces traces(ObjectProvider<Propagator> propagator) {
    var found = propagator.getIfAvailable();
    return found == null ? Traces.none() : Traces.with(found);
  }

  /** Probes and scrapes are no journeys. */
  @Bean
  @ConditionalOnBooleanProperty("management.tracing.export.enabled")
  ObservationPredicate journeysOnly() {
    return (_, context) ->
        !(context instanceof ServerRequestObservationContext request
            && Objects.requireNonNull(request.getCarrier())
                .getPath()
                .value()
                .startsWith("/actuator"));
  }
}
