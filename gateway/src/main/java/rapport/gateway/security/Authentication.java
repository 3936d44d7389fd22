package rapport.gateway.security;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import rapport.gateway.FilterOrder;
import rapport.gateway.account.Access;
import rapport.gateway.account.Authenticator;
import rapport.gateway.account.SessionCookie;
import rapport.gateway.route.PathKind;
import rapport.gateway.widget.VisitorAccess;
import reactor.core.publisher.Mono;

/**
 * Finds out who calls, by bearer token or session cookie; visitors of websites by bearer token
 * alone. Refusing is for {@link Authorization}.
 */
@Component
@Order(FilterOrder.AUTHENTICATION)
final class Authentication implements WebFilter {
  private static final String SCHEME = "Bearer ";
  private static final String BY_COOKIE = Authentication.class.getName() + ".byCookie";

  private final Authenticator authenticator;
  private final VisitorAccess visitors;

  Authentication(Authenticator authenticator, VisitorAccess visitors) {
    this.authenticator = authenticator;
    this.visitors = visitors;
  }

  /** Whether the caller was known by a cookie, which a browser also sends unasked. */
  static boolean byCookie(ServerWebExchange exchange) {
    return exchange.getAttributes().containsKey(BY_COOKIE);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    if (!PathKind.of(request.getPath()).needsSignIn()) {
      return chain.filter(exchange);
    }
    Optional<String> bearer = bearer(request);
    if (bearer.filter(visitors::isVisitors).isPresent()) {
      return visitors.admit(bearer.get(), exchange).then(Mono.defer(() -> chain.filter(exchange)));
    }
    Optional<String> token = bearer.or(() -> SessionCookie.read(request));
    if (bearer.isEmpty() && token.isPresent()) {
      exchange.getAttributes().put(BY_COOKIE, true);
    }
    return Mono.justOrEmpty(token)
        .flatMap(authenticator::authenticate)
        .doOnNext((Access access) -> access.grant(exchange))
        .then(Mono.defer(() -> chain.filter(exchange)));
  }

  private static Optional<String> bearer(ServerHttpRequest request) {
    return Optional.ofNullable(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip());
  }
}
