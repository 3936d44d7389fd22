package rapport.runtime.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class DrainFilterTest {

  private final DrainFilter filter = new DrainFilter();

  @Test
  void lets_requests_through_until_the_service_is_told_to_stop() {
    StepVerifier.create(request("/api/things")).verifyComplete();
    tell(ReadinessState.ACCEPTING_TRAFFIC);
    StepVerifier.create(request("/api/things")).verifyComplete();
  }

  @Test
  void sends_new_requests_elsewhere_while_it_stops_and_still_shows_its_health() {
    tell(ReadinessState.REFUSING_TRAFFIC);
    StepVerifier.create(request("/api/things"))
        .expectErrorSatisfies(refusal -> {
          var problem = (Problem) refusal;
          assertThat(problem.code()).isEqualTo("draining");
          assertThat(problem.status().value()).isEqualTo(503);
          assertThat(problem.retryAfter()).isNotNull();
        })
        .verify();
    StepVerifier.create(request("/actuator/health")).verifyComplete();
  }

  private void tell(ReadinessState state) {
    filter.onApplicationEvent(new AvailabilityChangeEvent<>(this, state));
  }

  private Mono<Void> request(String path) {
    var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
    return filter.filter(exchange, _ -> Mono.empty());
  }
}
