package rapport.gateway.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import rapport.gateway.route.Upstream;
import rapport.runtime.problem.Problem;

class UpstreamFailureTest {

  @Test
  void a_service_that_cannot_be_reached_or_hangs_is_to_blame() {
    assertThat(UpstreamFailure.isServices(new ConnectException())).isTrue();
    assertThat(UpstreamFailure.isServices(new IOException("reset"))).isTrue();
    assertThat(UpstreamFailure.isServices(new TimeoutException())).isTrue();
    assertThat(UpstreamFailure.isServices(new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT)))
        .isTrue();
  }

  @Test
  void callers_and_defects_of_ours_are_not_the_services_fault() {
    var tooLarge = Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Too large.");
    assertThat(UpstreamFailure.isServices(tooLarge)).isFalse();
    assertThat(UpstreamFailure.isServices(new IllegalStateException())).isFalse();
    assertThat(UpstreamFailure.toProblem(tooLarge, Upstream.PROFILE, Duration.ofSeconds(5)))
        .isSameAs(tooLarge);
  }

  @Test
  void nothing_of_the_failure_itself_is_told() {
    var told =
        (Problem)
            UpstreamFailure.toProblem(
                new ConnectException("Connection refused: 10.1.2.3:8102"),
                Upstream.PROFILE,
                Duration.ofSeconds(5));
    assertThat(told.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(told.detail()).contains("profile service").doesNotContain("10.1.2.3");
    assertThat(told.retryAfter()).isPositive();
  }
}
