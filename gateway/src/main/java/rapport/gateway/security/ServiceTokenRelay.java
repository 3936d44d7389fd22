package rapport.gateway.security;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import rapport.gateway.route.Upstream;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.ServiceTokens;
import reactor.core.publisher.Mono;

/**
 * Takes from a routed request everything by which its sender could pretend to be somebody, and
 * tells the service who is calling. Nothing is routed without a caller, whatever filters decided
 * before.
 */
@Component
final class ServiceTokenRelay implements GlobalFilter, Ordered {
  private static final int BEFORE_ROUTING = 100;

  /** {@code Connection} too: it could name our own headers as ones to drop. */
  private static final Set<String> DROPPED =
      Set.of("cookie", "connection", "forwarded", "x-real-ip", "x-client-ip");

  private static final List<String> DROPPED_PREFIXES = List.of("x-rapport-", "x-forwarded-");

  private final ServiceTokenCache tokens;

  ServiceTokenRelay(ServiceTokenCache tokens) {
    this.tokens = tokens;
  }

  @Override
  public int getOrder() {
    return BEFORE_ROUTING;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    Caller caller = exchange.getAttribute(Caller.ATTRIBUTE);
    if (caller == null) {
      return Mono.error(Authorization.unauthenticated());
    }
    String token = tokens.token(caller, Upstream.of(exchange));
    var request =
        exchange.getRequest().mutate().headers(headers -> rewrite(headers, token)).build();
    return chain.filter(exchange.mutate().request(request).build());
  }

  static void rewrite(HttpHeaders headers, String token) {
    List<String> dropped =
        headers.headerNames().stream().filter(ServiceTokenRelay::isDropped).toList();
    dropped.forEach(headers::remove);
    headers.remove(HttpHeaders.AUTHORIZATION);
    headers.set(ServiceTokens.HEADER, token);
  }

  private static boolean isDropped(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return DROPPED.contains(lower) || DROPPED_PREFIXES.stream().anyMatch(lower::startsWith);
  }
}
