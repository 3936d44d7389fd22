package rapport.gateway.security;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import rapport.gateway.FilterOrder;
import rapport.gateway.route.PathKind;
import reactor.core.publisher.Mono;

/** Puts the security headers on every answer, whoever wrote it, and takes product names off. */
@Component
@Order(FilterOrder.ANSWER_HEADERS)
final class AnswerHeaders implements WebFilter {
  private static final String CONTENT_POLICY = "Content-Security-Policy";
  private static final String PICTURE = "image/svg+xml";

  static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  /** No text becomes markup: what the browser refuses cannot be forgotten. */
  static final String TRUSTED_TYPES = "; require-trusted-types-for 'script'; trusted-types 'none'";

  /** Swagger UI writes its page as text. */
  private static final List<String> API_PAGE = List.of("api", "docs");

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    exchange
        .getResponse()
        .beforeCommit(() -> {
          write(exchange.getRequest(), exchange.getResponse().getHeaders());
          return Mono.empty();
        });
    return chain.filter(exchange);
  }

  private static void write(ServerHttpRequest request, HttpHeaders headers) {
    if (!hasPolicyOfItsOwn(headers)) {
      headers.set(CONTENT_POLICY, policy(request));
    }
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.remove(HttpHeaders.SERVER);
    headers.remove("X-Powered-By");
    if ("https".equals(request.getURI().getScheme())) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    if (headers.getCacheControl() == null && PathKind.of(request.getPath()) != PathKind.STATIC) {
      headers.setCacheControl("no-store");
    }
  }

  private static String policy(ServerHttpRequest request) {
    return PathKind.segments(request.getPath()).equals(API_PAGE) ? POLICY : POLICY + TRUSTED_TYPES;
  }

  /** A drawing is a document, too, and its service allows it less than a page may do. */
  private static boolean hasPolicyOfItsOwn(HttpHeaders headers) {
    String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    return type != null && type.startsWith(PICTURE) && headers.containsHeader(CONTENT_POLICY);
  }
}
