package rapport.integrations.sync;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.ratelimiter.operator.RateLimiterOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Supplier;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.ConnectorException.Kind;
import reactor.core.publisher.Mono;

/**
 * What stands between one connection and its system: not too many requests, some patience with a
 * hiccup, and none at all for a while when it is down. Each connection has its own.
 */
public final class Guard {

  private final CircuitBreaker breaker;
  private final RateLimiter limiter;
  private final Retry retry;
  private final Duration pause;

  public Guard(String name, GuardSettings settings) {
    this.pause = settings.pause();
    this.breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.window() / 2)
                .failureRateThreshold(50)
                .waitDurationInOpenState(settings.pause())
                .permittedNumberOfCallsInHalfOpenState(2)
                .recordException(Guard::isDown)
                .build());
    this.limiter =
        RateLimiter.of(
            name,
            RateLimiterConfig.custom()
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .limitForPeriod(settings.perSecond())
                .timeoutDuration(Duration.ofSeconds(30))
                .build());
    this.retry =
        Retry.of(
            name,
            RetryConfig.custom()
                .maxAttempts(settings.attempts())
                .intervalFunction(
                    IntervalFunction.ofExponentialRandomBackoff(settings.firstWait(), 2, 0.3))
                .retryOnException(Guard::isDown)
                .build());
  }

  /**
   * Makes a call.
   *
   * @param call made anew for each try
   * @param repeatable whether it may be tried more than once
   */
  <T> Mono<T> run(Supplier<Mono<T>> call, boolean repeatable) {
    var once =
        Mono.defer(call)
            .transformDeferred(CircuitBreakerOperator.of(breaker))
            .transformDeferred(RateLimiterOperator.of(limiter));
    var guarded = repeatable ? once.transformDeferred(RetryOperator.of(retry)) : once;
    return guarded.onErrorMap(this::translated);
  }

  private Throwable translated(Throwable failure) {
    return switch (failure) {
      case CallNotPermittedException _ ->
          ConnectorException.later(
              "left-alone", "It failed so often that it is left alone for a while.", pause);
      case RequestNotPermitted _ ->
          ConnectorException.later("too-many-requests", "Too many requests are waiting.", pause);
      default -> failure;
    };
  }

  /** Being refused is an answer; only silence and breakdowns speak against the other system. */
  private static boolean isDown(Throwable failure) {
    return failure instanceof ConnectorException e && e.kind() == Kind.LATER && e.after() == null;
  }
}
