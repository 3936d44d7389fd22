package rapport.conversation.genkit;

import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells Genkit clients about refusals before a flow begins (no sign-in, no such flow, no JSON) in
 * their own words, instead of as a problem; also those who asked for a stream.
 */
@Component
final class GenkitErrorHandler implements ErrorWebExceptionHandler, Ordered {

  private static final int BEFORE_PROBLEMS = -3;

  private final JsonMapper json;

  GenkitErrorHandler(JsonMapper json) {
    this.json = json;
  }

  @Override
  public int getOrder() {
    return BEFORE_PROBLEMS;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    var response = exchange.getResponse();
    var path = exchange.getRequest().getPath().pathWithinApplication().value();
    if (response.isCommitted() || !path.startsWith("/genkit/")) {
      return Mono.error(failure);
    }
    var error = Failures.told(failure, exchange);
    response.setStatusCode(Failures.http(failure, error));
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    if (failure instanceof Problem problem && problem.retryAfter() != null) {
      var seconds = Math.max(1, problem.retryAfter().toSeconds());
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
    return response.writeWith(
        Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(error))));
  }
}
