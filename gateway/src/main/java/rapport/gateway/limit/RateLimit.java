package rapport.gateway.limit;

import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import rapport.gateway.FilterOrder;
import rapport.gateway.route.PathKind;
import rapport.runtime.identity.Caller;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * Slows down who calls too often: each signed-in caller by itself, everybody else by network
 * address. Visitors of websites share offices and phone networks: each is counted by itself, and
 * all of one address together may do as much as a signed-in caller. Static files and health are not
 * counted; refusing them would cost as much as answering.
 */
@Component
@Order(FilterOrder.RATE_LIMIT)
final class RateLimit implements WebFilter {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TokenBuckets callers;
  private final TokenBuckets addresses;

  RateLimit(LimitSettings settings) {
    var caller = settings.caller();
    var address = settings.address();
    this.callers =
        new TokenBuckets(caller.burst(), caller.perSecond(), SECOND, settings.trackedKeys());
    this.addresses =
        new TokenBuckets(address.burst(), address.perSecond(), SECOND, settings.trackedKeys());
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!PathKind.of(exchange.getRequest().getPath()).isCounted()) {
      return chain.filter(exchange);
    }
    Duration wait = take(exchange);
    return wait.isZero() ? chain.filter(exchange) : Mono.error(tooOften(wait));
  }

  private Duration take(ServerWebExchange exchange) {
    Caller caller = exchange.getAttribute(Caller.ATTRIBUTE);
    String address = NetworkAddress.of(exchange.getRequest());
    if (caller == null) {
      return addresses.take(address);
    }
    String subject = caller.workspace() + "/" + caller.subject();
    if (caller.kind() != Caller.Kind.VISITOR) {
      return callers.take(subject);
    }
    Duration wait = addresses.take(subject);
    return wait.isZero() ? callers.take("visitors of " + address) : wait;
  }

  private static Problem tooOften(Duration wait) {
    return Problem.of(
            HttpStatus.TOO_MANY_REQUESTS,
            "rate-limited",
            "Too many requests in a short time. Please wait a moment.")
        .withRetryAfter(wait);
  }
}
