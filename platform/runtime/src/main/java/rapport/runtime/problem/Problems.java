package rapport.runtime.problem;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import rapport.runtime.problem.Problem.FieldError;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.StoreUnavailableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** The problem each kind of failure is told as. */
final class Problems {

  private static final Duration SOON = Duration.ofSeconds(2);

  private Problems() {}

  /** The problem of a failure; empty when the failure is a defect of ours. */
  static Optional<Problem> of(Throwable failure) {
    return switch (failure) {
      case Problem problem -> Optional.of(problem);
      case StoreUnavailableException _ ->
          Optional.of(
              Problem.of(
                      HttpStatus.SERVICE_UNAVAILABLE,
                      "store-unavailable",
                      "The store cannot be reached at the moment; try again.")
                  .withRetryAfter(SOON));
      case RetriableException _ -> Optional.of(brokerUnavailable());
      case ExecutionException sent when sent.getCause() instanceof RetriableException ->
          Optional.of(brokerUnavailable());
      case DuplicateKeyException _ ->
          Optional.of(
              Problem.of(HttpStatus.CONFLICT, "conflict", "Somebody else wrote this already."));
      case DataBufferLimitException _ -> Optional.of(tooLarge());
      case ServerWebInputException input -> Optional.of(input(input));
      case DecodingException _ -> Optional.of(malformed());
      case ResponseStatusException status -> status(status);
      default -> Optional.empty();
    };
  }

  private static Problem brokerUnavailable() {
    return Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "broker-unavailable",
            "The broker does not answer at the moment, or does not have the topics yet; try again.")
        .withRetryAfter(SOON);
  }

  private static Problem input(ServerWebInputException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case DataBufferLimitException _ -> {
          return tooLarge();
        }
        case JacksonException json -> {
          return json(json);
        }
        case TypeMismatchException mismatch -> {
          var name = String.valueOf(mismatch.getPropertyName());
          return field("wrong-type", name, "The parameter " + name + " cannot be read.");
        }
        default -> {}
      }
    }
    if (failure instanceof MissingRequestValueException missing) {
      return field(
          "missing-parameter",
          missing.getName(),
          "The " + missing.getLabel() + " " + missing.getName() + " is required.");
    }
    if (failure.getCause() instanceof DecodingException || failure.getCause() == null) {
      return malformed();
    }
    return Problem.of(HttpStatus.BAD_REQUEST, "bad-request", "The request cannot be read.");
  }

  private static Problem json(JacksonException failure) {
    return switch (failure) {
      case UnrecognizedPropertyException unknown ->
          field("unknown-field", path(unknown), "There is no such field.");
      case ValueInstantiationException invalid ->
          field("invalid-value", path(invalid), reason(invalid));
      case InputCoercionException tooBig ->
          field("wrong-type", path(tooBig), "The number is out of range.");
      case MismatchedInputException trailing
          when trailing.getOriginalMessage().startsWith("Trailing token") ->
          malformed();
      case DatabindException mismatch ->
          field("wrong-type", path(mismatch), "The value has the wrong type.");
      default -> malformed();
    };
  }

  /** Why a constructor of ours refused; other messages of the reader name classes, so not those. */
  private static String reason(ValueInstantiationException invalid) {
    return invalid.getCause() instanceof IllegalArgumentException e && e.getMessage() != null
        ? e.getMessage()
        : "The value is not acceptable.";
  }

  private static String path(JacksonException failure) {
    return failure.getPath().stream()
        .map(step ->
            step.getPropertyName() == null
                ? "[" + step.getIndex() + "]"
                : "." + step.getPropertyName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static Optional<Problem> status(ResponseStatusException failure) {
    var status = HttpStatus.resolve(failure.getStatusCode().value());
    if (status == null || status == HttpStatus.INTERNAL_SERVER_ERROR) {
      return Optional.empty();
    }
    return Optional.of(
        switch (status) {
          case NOT_FOUND -> Problem.of(status, "not-found", "There is no such thing here.");
          case CONTENT_TOO_LARGE -> tooLarge();
          default ->
              Problem.of(
                  status,
                  status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'),
                  status.getReasonPhrase() + ".");
        });
  }

  private static Problem field(String code, String path, String detail) {
    return Problem.of(HttpStatus.BAD_REQUEST, code, detail)
        .withErrors(List.of(new FieldError(path, code, detail)));
  }

  private static Problem malformed() {
    return Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", "The body is not valid JSON.");
  }

  private static Problem tooLarge() {
    return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is too large.");
  }
}
