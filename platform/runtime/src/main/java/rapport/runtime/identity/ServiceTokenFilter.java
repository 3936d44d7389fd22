package rapport.runtime.identity;

import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Lets nobody in without a service token made for this service, but to the actuator. */
final class ServiceTokenFilter implements WebFilter, Ordered {

  private final ServiceTokens tokens;
  private final String self;

  ServiceTokenFilter(ServiceTokens tokens, String self) {
    this.tokens = tokens;
    this.self = self;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var request = exchange.getRequest();
    if (request.getPath().pathWithinApplication().value().startsWith("/actuator/")) {
      return chain.filter(exchange);
    }
    var token = request.getHeaders().getFirst(ServiceTokens.HEADER);
    if (token == null) {
      return Mono.error(unauthenticated("The request carries no service token."));
    }
    try {
      exchange.getAttributes().put(Caller.ATTRIBUTE, tokens.verify(token, self));
    } catch (InvalidTokenException _) {
      return Mono.error(unauthenticated("The service token is not valid here or has run out."));
    }
    return chain.filter(exchange);
  }

  @Override
  public int getOrder() {
    return -100;
  }

  private static Problem unauthenticated(String detail) {
    return Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated", detail);
  }
}
