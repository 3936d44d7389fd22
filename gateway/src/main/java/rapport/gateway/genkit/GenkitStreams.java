package rapport.gateway.genkit;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import rapport.gateway.fallback.BrokenAnswers;
import rapport.gateway.route.RouteSettings;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Puts a {@link GenkitStream} around the answers on Genkit's routes. */
@Component
final class GenkitStreams implements GlobalFilter, Ordered {
  private final RouteSettings settings;
  private final JsonMapper json;

  GenkitStreams(RouteSettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
  }

  @Override
  public int getOrder() {
    return BrokenAnswers.ORDER + 1;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    if (!exchange.getRequest().getPath().value().startsWith("/genkit/")) {
      return chain.filter(exchange);
    }
    var response = new GenkitStream(exchange.getResponse(), settings.genkitWithin(), json);
    return chain.filter(exchange.mutate().response(response).build());
  }
}
