package rapport.gateway.fallback;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import rapport.gateway.route.Upstream;
import rapport.runtime.problem.Problem;

/** What a failure on the way to a service means. */
final class UpstreamFailure {
  private static final Duration SOON = Duration.ofSeconds(2);

  private UpstreamFailure() {}

  /**
   * Whether the service, not the caller or the gateway, is to blame: it cannot be reached or hangs.
   */
  static boolean isServices(Throwable failure) {
    return failure instanceof IOException || isTimeout(failure);
  }

  static boolean isTimeout(Throwable failure) {
    return failure instanceof TimeoutException
        || (failure instanceof ResponseStatusException status
            && status.getStatusCode() == HttpStatus.GATEWAY_TIMEOUT);
  }

  /** What the caller is told; the failure itself when it is not the service's. */
  static Throwable toProblem(Throwable failure, Upstream upstream, Duration pause) {
    if (failure instanceof CallNotPermittedException) {
      return unavailable(upstream, pause);
    }
    if (isTimeout(failure)) {
      return Problem.of(
              HttpStatus.GATEWAY_TIMEOUT,
              "upstream-timeout",
              "The " + upstream.plainName() + " took too long to answer.")
          .withRetryAfter(SOON);
    }
    return isServices(failure) ? unavailable(upstream, SOON) : failure;
  }

  private static Problem unavailable(Upstream upstream, Duration retryAfter) {
    return Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "service-unavailable",
            "The "
                + upstream.plainName()
                + " is not answering at the moment. Everything else goes on; please try again.")
        .withRetryAfter(retryAfter);
  }
}
