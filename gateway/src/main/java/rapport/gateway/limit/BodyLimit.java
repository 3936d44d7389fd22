package rapport.gateway.limit;

import io.netty.channel.ChannelException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import rapport.gateway.FilterOrder;
import rapport.gateway.route.PathKind;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * Refuses bodies that are too large: by their announced length before a byte is read, and without
 * one as soon as the limit is passed. Who is too slow to send theirs loses the connection.
 */
@Component
@Order(FilterOrder.BODY_LIMIT)
public final class BodyLimit implements WebFilter {
  private static final String STILL_SENDING = BodyLimit.class.getName() + ".stillSending";

  private final LimitSettings settings;

  BodyLimit(LimitSettings settings) {
    this.settings = settings;
  }

  /** Whether the caller has not yet sent its whole body. */
  public static boolean stillSending(ServerWebExchange exchange) {
    return exchange.getAttributes().containsKey(STILL_SENDING);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var request = exchange.getRequest();
    var headers = request.getHeaders();
    long announced = headers.getContentLength();
    if (announced <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
      return chain.filter(exchange);
    }
    DataSize limit = limitOf(request.getPath().value());
    if (announced > limit.toBytes()) {
      return Mono.error(tooLarge(limit));
    }
    exchange.getAttributes().put(STILL_SENDING, true);
    return chain.filter(exchange.mutate().request(counted(exchange, limit)).build());
  }

  private DataSize limitOf(String path) {
    if (path.endsWith("/image")) {
      return settings.image();
    }
    return path.equals(PathKind.ARCHIVE) ? settings.archive() : settings.body();
  }

  private static ServerHttpRequest counted(ServerWebExchange exchange, DataSize limit) {
    return new ServerHttpRequestDecorator(exchange.getRequest()) {
      @Override
      public Flux<DataBuffer> getBody() {
        var received = new AtomicLong();
        return super.getBody()
            .handle((DataBuffer part, SynchronousSink<DataBuffer> sink) -> {
              if (received.addAndGet(part.readableByteCount()) > limit.toBytes()) {
                DataBufferUtils.release(part);
                sink.error(tooLarge(limit));
              } else {
                sink.next(part);
              }
            })
            .onErrorMap(ChannelException.class, _ -> tooSlow(exchange))
            .doOnComplete(() -> exchange.getAttributes().remove(STILL_SENDING));
      }
    };
  }

  /** The server's deadline; the rest of the body must not keep the connection open. */
  private static Problem tooSlow(ServerWebExchange exchange) {
    if (!exchange.getResponse().isCommitted()) {
      exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
    }
    return Problem.of(
        HttpStatus.REQUEST_TIMEOUT, "too-slow", "The request body did not come in time.");
  }

  private static Problem tooLarge(DataSize limit) {
    return Problem.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        "The request body is larger than " + limit.toKilobytes() + " KB.");
  }
}
