package rapport.gateway.limit;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServer;

/** Deadlines of the server's connections; WebFlux by itself waits for ever. */
@Component
final class ConnectionLimits implements NettyServerCustomizer {
  private final LimitSettings settings;

  ConnectionLimits(LimitSettings settings) {
    this.settings = settings;
  }

  @Override
  public HttpServer apply(HttpServer server) {
    return server
        .idleTimeout(settings.idle())
        .requestTimeout(settings.bodyDeadline())
        .doOnChannelInit((_, channel, _) -> {
          new RequestHeadDeadline(settings.headDeadline()).install(channel);
          // A moment later than the server's own, which still answers.
          new RequestBodyDeadline(settings.bodyDeadline().plusSeconds(1)).install(channel);
        });
  }
}
