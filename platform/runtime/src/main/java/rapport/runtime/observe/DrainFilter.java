package rapport.runtime.observe;

import java.time.Duration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Sends new requests elsewhere once the service is told to stop; those under way are finished. */
final class DrainFilter
    implements WebFilter, Ordered, ApplicationListener<AvailabilityChangeEvent<ReadinessState>> {

  private volatile boolean draining;

  @Override
  public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> event) {
    draining = event.getState() == ReadinessState.REFUSING_TRAFFIC;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var path = exchange.getRequest().getPath().pathWithinApplication().value();
    if (draining && !path.startsWith("/actuator/")) {
      return Mono.error(
          Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "draining", "This instance is about to stop.")
              .withRetryAfter(Duration.ofSeconds(1)));
    }
    return chain.filter(exchange);
  }

  @Override
  public int getOrder() {
    return -200;
  }
}
