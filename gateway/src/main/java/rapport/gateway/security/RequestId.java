package rapport.gateway.security;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import rapport.gateway.FilterOrder;
import reactor.core.publisher.Mono;

/**
 * Every request has an id: the caller's when it is a plain one, and the answer repeats it. A trace
 * that the caller began goes on, unless it is none: it is stored with what the request leads to.
 */
@Component
@Order(FilterOrder.REQUEST_ID)
final class RequestId implements WebFilter {
  static final String HEADER = "X-Request-Id";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private static final String TRACEPARENT = "traceparent";
  private static final Pattern TRACE =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String id = idOf(exchange.getRequest().getHeaders().getFirst(HEADER));
    var request =
        exchange
            .getRequest()
            .mutate()
            .headers(headers -> {
              headers.set(HEADER, id);
              var trace = headers.getFirst(TRACEPARENT);
              if (trace != null && !TRACE.matcher(trace).matches()) {
                headers.remove(TRACEPARENT);
              }
            })
            .build();
    var response = exchange.getResponse();
    response.beforeCommit(() -> {
      response.getHeaders().set(HEADER, id);
      return Mono.empty();
    });
    return chain.filter(exchange.mutate().request(request).build());
  }

  static String idOf(@Nullable String given) {
    return given != null && PLAIN.matcher(given).matches() ? given : UUID.randomUUID().toString();
  }
}
