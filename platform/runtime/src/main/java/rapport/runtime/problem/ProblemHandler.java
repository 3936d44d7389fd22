package rapport.runtime.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import rapport.runtime.problem.Problem.FieldError;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failure with problem+json, and logs those that are defects of ours. */
final class ProblemHandler implements ErrorWebExceptionHandler, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Body(
      String type,
      String title,
      int status,
      String detail,
      String code,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {}

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    var response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(failure);
    }
    var problem = Problems.of(failure).orElseGet(() -> internal(exchange, failure));
    response.setStatusCode(problem.status());
    var headers = response.getHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setCacheControl("no-store");
    if (problem.retryAfter() != null) {
      headers.set(
          HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
    }
    if (failure instanceof MethodNotAllowedException refused) {
      headers.setAllow(refused.getSupportedMethods());
    }
    return response.writeWith(
        Mono.fromSupplier(
            () -> response.bufferFactory().wrap(JSON.writeValueAsBytes(body(problem)))));
  }

  @Override
  public int getOrder() {
    return -2;
  }

  private static Body body(Problem problem) {
    return new Body(
        "about:blank",
        problem.status().getReasonPhrase(),
        problem.status().value(),
        problem.detail(),
        problem.code(),
        problem.errors());
  }

  private static Problem internal(ServerWebExchange exchange, Throwable failure) {
    var request = exchange.getRequest();
    LOG.error(
        "{} {} failed", request.getMethod(), request.getPath().pathWithinApplication(), failure);
    return Problem.of(
        HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side.");
  }
}
