package rapport.conversation.genkit;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import rapport.conversation.genkit.GenkitError.Wrong;
import rapport.conversation.session.RejectedException;
import rapport.runtime.problem.Problem;
import rapport.runtime.store.StoreUnavailableException;

/** Every failure as the error Genkit clients understand. */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** What the caller is told; a defect of ours is logged and told as {@code INTERNAL}. */
  static GenkitError told(Throwable failure, ServerWebExchange exchange) {
    var error = error(failure);
    if (error.status() == CanonicalCode.INTERNAL) {
      var request = exchange.getRequest();
      LOG.error(
          "{} {} failed", request.getMethod(), request.getPath().pathWithinApplication(), failure);
    }
    return error;
  }

  static GenkitError error(Throwable failure) {
    return switch (failure) {
      case RefusedException refused -> refused.error();
      case Problem problem -> problem(problem);
      case RejectedException rejected -> rejected(rejected);
      case StoreUnavailableException _ ->
          GenkitError.of(
              CanonicalCode.UNAVAILABLE, "The store cannot be reached at the moment; try again.");
      case TimeoutException _ ->
          GenkitError.of(CanonicalCode.DEADLINE_EXCEEDED, "The call took too long; try again.");
      case DataBufferLimitException _ ->
          GenkitError.of(CanonicalCode.INVALID_ARGUMENT, "The body is too large.");
      case ResponseStatusException refused -> unreadable(refused);
      default -> GenkitError.of(CanonicalCode.INTERNAL, "Internal Error");
    };
  }

  private static GenkitError problem(Problem problem) {
    var status =
        problem.code().equals("id-reused")
            ? CanonicalCode.ALREADY_EXISTS
            : CanonicalCode.of(problem.status());
    if (problem.errors().isEmpty()) {
      return GenkitError.of(status, problem.detail());
    }
    var wrong =
        problem.errors().stream().map(error -> new Wrong(error.path(), error.detail())).toList();
    return new GenkitError(status, problem.detail(), new GenkitError.Details.Errors(wrong));
  }

  private static GenkitError rejected(RejectedException rejected) {
    var reason = rejected.code().replace('-', ' ');
    List<Wrong> wrong = rejected.paths().stream().map(path -> new Wrong(path, reason)).toList();
    return new GenkitError(
        CanonicalCode.FAILED_PRECONDITION,
        "This is not possible now: " + reason + ".",
        wrong.isEmpty() ? null : new GenkitError.Details.Errors(wrong));
  }

  private static GenkitError unreadable(ResponseStatusException refused) {
    var status = status(refused);
    var message =
        switch (status) {
          case NOT_FOUND -> "There is no such thing here.";
          case BAD_REQUEST -> "The body is not the JSON that is expected here.";
          default -> status.getReasonPhrase() + ".";
        };
    var code = CanonicalCode.of(status);
    return GenkitError.of(code, code == CanonicalCode.INTERNAL ? "Internal Error" : message);
  }

  /** The status of a call that is refused before its flow begins. */
  static HttpStatus http(Throwable failure, GenkitError told) {
    return switch (failure) {
      case Problem problem -> problem.status();
      case DataBufferLimitException _ -> HttpStatus.CONTENT_TOO_LARGE;
      case ResponseStatusException refused -> status(refused);
      default -> told.status().http();
    };
  }

  private static HttpStatus status(ResponseStatusException refused) {
    return Objects.requireNonNullElse(
        HttpStatus.resolve(refused.getStatusCode().value()), HttpStatus.INTERNAL_SERVER_ERROR);
  }
}
