package rapport.gateway.fallback;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends a reading request once more when its connection ends before an answer begins: a kept
 * connection may be closed by a service that stops at the very moment a request goes out on it.
 * Requests that change something are never repeated here; their callers repeat them by their ids.
 */
@Component
final class SecondTry implements GlobalFilter, Ordered {
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  @Override
  public int getOrder() {
    return Breakers.AROUND_THE_HEAD + 1;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    Mono<Void> sent = chain.filter(exchange);
    return READING.contains(exchange.getRequest().getMethod())
        ? sent.onErrorResume(SecondTry::connectionEnded, _ -> again(exchange, chain))
        : sent;
  }

  private static boolean connectionEnded(Throwable failure) {
    return failure instanceof IOException && !(failure instanceof ConnectException);
  }

  private static Mono<Void> again(ServerWebExchange exchange, GatewayFilterChain chain) {
    ServerWebExchangeUtils.reset(exchange);
    return chain.filter(exchange);
  }
}
