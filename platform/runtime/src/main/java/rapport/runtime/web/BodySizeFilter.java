package rapport.runtime.web;

import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * Refuses a body that says it is too large without looking at it. One that does not say so is
 * refused where it is read; uploads in parts have limits of their own.
 */
final class BodySizeFilter implements WebFilter, Ordered {

  private static final DataSize MOST_DRAINED = DataSize.ofMegabytes(8);

  private final DataSize limit;

  BodySizeFilter(DataSize limit) {
    this.limit = limit;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var headers = exchange.getRequest().getHeaders();
    var type = headers.getContentType();
    var inParts = type != null && MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type);
    if (!inParts && headers.getContentLength() > limit.toBytes()) {
      return drained(exchange).then(Mono.error(tooLarge()));
    }
    return chain.filter(exchange);
  }

  /** Many clients only read the answer when they have sent everything; up to a point they may. */
  private static Mono<Void> drained(ServerWebExchange exchange) {
    var request = exchange.getRequest();
    return request.getHeaders().getContentLength() > MOST_DRAINED.toBytes()
        ? Mono.empty()
        : request.getBody().doOnNext(DataBufferUtils::release).then();
  }

  private Problem tooLarge() {
    return Problem.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        "A body may have at most " + limit.toKilobytes() + " KB.");
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
