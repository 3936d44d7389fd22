package rapport.gateway.fallback;

import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets an answer that breaks off on its way from a service break off for the caller as well. By
 * itself Spring takes a reset connection for the caller's, and ends the answer as if it were
 * complete.
 */
@Component
public final class BrokenAnswers implements GlobalFilter, Ordered {
  /** Outside of whatever else looks at the body. */
  public static final int ORDER = NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 10;

  @Override
  public int getOrder() {
    return ORDER;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    return chain.filter(
        exchange.mutate().response(new Unmistakable(exchange.getResponse())).build());
  }

  private static final class Unmistakable extends ServerHttpResponseDecorator {
    Unmistakable(ServerHttpResponse response) {
      super(response);
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
      return super.writeWith(Flux.from(body).onErrorMap(Unmistakable::broken));
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
      return super.writeAndFlushWith(Flux.from(body).onErrorMap(Unmistakable::broken));
    }

    private static Throwable broken(Throwable failure) {
      return failure instanceof BrokenAnswerException
          ? failure
          : new BrokenAnswerException("the answer broke off: " + failure.getClass().getName());
    }
  }
}
