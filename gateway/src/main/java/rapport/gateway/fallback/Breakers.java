package rapport.gateway.fallback;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import rapport.gateway.limit.BodyLimit;
import rapport.gateway.route.Upstream;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * One breaker per service, around the time until its answer begins. A service that cannot be
 * reached or hangs is left alone for a while; whatever it answers, errors included, is passed on
 * and counts as success. A feed counts once, when it begins.
 */
@Component
public final class Breakers implements GlobalFilter, Ordered {
  private static final Logger log = LoggerFactory.getLogger(Breakers.class);

  /** After the filter that writes the answer's body, and so finished before the body is. */
  static final int AROUND_THE_HEAD = 50;

  private final BreakerSettings settings;
  private final Map<Upstream, CircuitBreaker> breakers;

  Breakers(BreakerSettings settings) {
    this.settings = settings;
    CircuitBreakerConfig config = config(settings);
    this.breakers =
        Arrays.stream(Upstream.values())
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    upstream -> breaker(upstream, config),
                    (one, _) -> one,
                    () -> new EnumMap<>(Upstream.class)));
  }

  /** A call of the gateway's own to a service, guarded as routed requests are. */
  public <T> Mono<T> guard(Upstream upstream, Mono<T> call) {
    return call.transformDeferred(CircuitBreakerOperator.of(breakers.get(upstream)))
        .onErrorMap(failure -> UpstreamFailure.toProblem(failure, upstream, settings.pause()));
  }

  @Override
  public int getOrder() {
    return AROUND_THE_HEAD;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    Upstream upstream = Upstream.of(exchange);
    CircuitBreaker breaker = breakers.get(upstream);
    return chain
        .filter(exchange)
        .onErrorMap(failure -> slowSender(exchange, failure))
        .transformDeferred(CircuitBreakerOperator.of(breaker))
        .onErrorMap(failure -> UpstreamFailure.toProblem(failure, upstream, settings.pause()));
  }

  /** A caller that does not send its body in time must not count against the service. */
  private static Throwable slowSender(ServerWebExchange exchange, Throwable failure) {
    return UpstreamFailure.isTimeout(failure) && BodyLimit.stillSending(exchange)
        ? Problem.of(
            HttpStatus.REQUEST_TIMEOUT, "request-timeout", "The request body came too slowly.")
        : failure;
  }

  private static CircuitBreaker breaker(Upstream upstream, CircuitBreakerConfig config) {
    var breaker = CircuitBreaker.of(upstream.id(), config);
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> log.warn("{} breaker {}", upstream.id(), event.getStateTransition()));
    return breaker;
  }

  private static CircuitBreakerConfig config(BreakerSettings settings) {
    return CircuitBreakerConfig.custom()
        .slidingWindowType(SlidingWindowType.COUNT_BASED)
        .slidingWindowSize(settings.window())
        .minimumNumberOfCalls(settings.minimum())
        .failureRateThreshold(settings.failures())
        .waitDurationInOpenState(settings.pause())
        .permittedNumberOfCallsInHalfOpenState(settings.trials())
        // A trial that hangs would otherwise keep everybody else out for as long.
        .maxWaitDurationInHalfOpenState(settings.pause())
        .slowCallRateThreshold(100)
        .slowCallDurationThreshold(Duration.ofDays(1))
        .recordException(UpstreamFailure::isServices)
        .ignoreException(failure -> !UpstreamFailure.isServices(failure))
        .writableStackTraceEnabled(false)
        .build();
  }
}
