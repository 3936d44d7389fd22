package rapport.gateway.genkit;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import rapport.runtime.problem.Problem;
import rapport.runtime.store.StoreUnavailableException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Tells Genkit clients what the gateway refuses by itself, in their words instead of a problem. */
@Component
final class GenkitRefusals implements ErrorWebExceptionHandler, Ordered {
  private static final Logger log = LoggerFactory.getLogger(GenkitRefusals.class);
  private static final int BEFORE_PROBLEMS = -3;

  private final JsonMapper json;

  GenkitRefusals(JsonMapper json) {
    this.json = json;
  }

  /** A refusal with the status it has in HTTP. */
  private record Refusal(HttpStatus http, GenkitError error) {
    static Refusal of(HttpStatus http, String message) {
      return new Refusal(http, GenkitError.of(http, message));
    }
  }

  @Override
  public int getOrder() {
    return BEFORE_PROBLEMS;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    var response = exchange.getResponse();
    if (response.isCommitted() || !isGenkit(exchange)) {
      return Mono.error(failure);
    }
    Refusal refusal = refusal(exchange, failure);
    response.setStatusCode(refusal.http());
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    if (failure instanceof Problem problem && problem.retryAfter() != null) {
      long seconds = Math.max(1, problem.retryAfter().toSeconds());
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
    byte[] body = json.writeValueAsBytes(refusal.error());
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }

  private static boolean isGenkit(ServerWebExchange exchange) {
    return exchange.getRequest().getPath().value().startsWith("/genkit/");
  }

  private static Refusal refusal(ServerWebExchange exchange, Throwable failure) {
    return switch (failure) {
      case Problem problem -> Refusal.of(problem.status(), problem.detail());
      case StoreUnavailableException _ ->
          Refusal.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "The store cannot be reached at the moment; try again.");
      case ResponseStatusException status when !status.getStatusCode().is5xxServerError() ->
          plain(status);
      default -> defect(exchange, failure);
    };
  }

  private static Refusal plain(ResponseStatusException refused) {
    HttpStatus status =
        Objects.requireNonNullElse(
            HttpStatus.resolve(refused.getStatusCode().value()), HttpStatus.BAD_REQUEST);
    return Refusal.of(status, status.getReasonPhrase() + ".");
  }

  private static Refusal defect(ServerWebExchange exchange, Throwable failure) {
    log.error("{} failed", exchange.getRequest().getPath(), failure);
    return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "Internal Error");
  }
}
