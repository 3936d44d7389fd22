package rapport.gateway.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import rapport.gateway.FilterOrder;
import rapport.gateway.account.Access;
import rapport.gateway.route.PathKind;
import rapport.gateway.route.VisitorPaths;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Refuses callers without sign-in, and changes that a foreign page could have sent. */
@Component
@Order(FilterOrder.AUTHORIZATION)
final class Authorization implements WebFilter {
  static final String CSRF_HEADER = "X-Rapport-CSRF";
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    PathKind kind = PathKind.of(exchange.getRequest().getPath());
    Problem refusal = kind.needsSignIn() ? refusal(exchange, kind) : null;
    return refusal == null ? chain.filter(exchange) : Mono.error(refusal);
  }

  private static @Nullable Problem refusal(ServerWebExchange exchange, PathKind kind) {
    Caller caller = exchange.getAttribute(Caller.ATTRIBUTE);
    if (caller == null) {
      exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      return unauthenticated();
    }
    if (caller.kind() == Caller.Kind.VISITOR) {
      return visitorsRefusal(exchange);
    }
    if (kind == PathKind.OPERATIONS && !caller.hasAny(Role.ADMIN)) {
      return Problem.of(HttpStatus.FORBIDDEN, "forbidden", "This is for administrators.");
    }
    Access access = Access.of(exchange);
    if (access != null && access.readOnly() && changes(exchange)) {
      return Problem.of(
          HttpStatus.FORBIDDEN, "read-only-token", "Nothing can be changed with this token.");
    }
    return Authentication.byCookie(exchange) && lacksCsrfHeader(exchange)
        ? Problem.of(
            HttpStatus.FORBIDDEN,
            "csrf-header-missing",
            "A change made with the session cookie needs the header " + CSRF_HEADER + ": 1.")
        : null;
  }

  private static @Nullable Problem visitorsRefusal(ServerWebExchange exchange) {
    var request = exchange.getRequest();
    return VisitorPaths.permit(request.getMethod(), request.getPath())
        ? null
        : Problem.of(HttpStatus.FORBIDDEN, "forbidden", "This is not for visitors.");
  }

  private static boolean lacksCsrfHeader(ServerWebExchange exchange) {
    return changes(exchange)
        && !"1".equals(exchange.getRequest().getHeaders().getFirst(CSRF_HEADER));
  }

  private static boolean changes(ServerWebExchange exchange) {
    return !SAFE.contains(exchange.getRequest().getMethod());
  }

  static Problem unauthenticated() {
    return Problem.of(
        HttpStatus.UNAUTHORIZED, "unauthenticated", "Sign in, or send a valid bearer token.");
  }
}
