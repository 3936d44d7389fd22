package rapport.gateway.security;

import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import rapport.gateway.FilterOrder;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * Refuses paths that the gateway and a service could read differently: dot segments, empty
 * segments, path parameters, and characters encoded that need no encoding or would separate.
 */
@Component
@Order(FilterOrder.SAFE_PATH)
final class SafePath implements WebFilter {
  private static final Pattern NEEDLESSLY_ENCODED =
      Pattern.compile("%(2[DEde]|3\\d|4[1-9A-Fa-f]|5[0-9AFaf]|6[1-9A-Fa-f]|7[0-9AEae])");
  private static final Pattern AMBIGUOUS = Pattern.compile("\\.{1,2}|(?s:.*[/\\\\%;\\p{Cntrl}].*)");

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return isSafe(exchange.getRequest().getPath())
        ? chain.filter(exchange)
        : Mono.error(
            Problem.of(HttpStatus.BAD_REQUEST, "bad-path", "The path is not written plainly."));
  }

  static boolean isSafe(PathContainer path) {
    return path.value().startsWith("/")
        && !path.value().contains("//")
        && path.elements().stream()
            .filter(PathSegment.class::isInstance)
            .map(PathSegment.class::cast)
            .allMatch(SafePath::isPlain);
  }

  private static boolean isPlain(PathSegment segment) {
    return segment.parameters().isEmpty()
        && !segment.value().contains(";")
        && !NEEDLESSLY_ENCODED.matcher(segment.value()).find()
        && !AMBIGUOUS.matcher(segment.valueToMatch()).matches();
  }
}
