package rapport.runtime.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal or failure as its caller will see it: {@code application/problem+json} with a status, a
 * stable kebab-case code that programs may rely on, and a sentence for people. The sentence must
 * hold no secret and no personal data.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * What is wrong with one field of the request.
   *
   * @param path where in the body, such as {@code budget.amount}
   * @param code stable, kebab-case
   * @param detail for people
   */
  public record FieldError(String path, String code, String detail) {}

  private final HttpStatus status;
  private final String code;
  private final String detail;
  private final transient List<FieldError> errors;
  private final @Nullable Duration retryAfter;

  private Problem(
      HttpStatus status,
      String code,
      String detail,
      List<FieldError> errors,
      @Nullable Duration retryAfter) {
    super(code + ": " + detail, null, false, false);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
  }

  public static Problem of(HttpStatus status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), null);
  }

  /**
   * A value of a body that has to be there.
   *
   * @param field where in the body
   * @throws Problem 400 {@code missing-field}, which names the field, without a value
   */
  public static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      var detail = "The field " + field + " is required.";
      throw of(HttpStatus.BAD_REQUEST, "missing-field", detail)
          .withErrors(List.of(new FieldError(field, "missing-field", detail)));
    }
    return value;
  }

  /** The same problem, with what is wrong field by field. */
  public Problem withErrors(List<FieldError> errors) {
    return new Problem(status, code, detail, errors, retryAfter);
  }

  /** The same problem, with a {@code Retry-After} header; told in whole seconds, at least one. */
  public Problem withRetryAfter(Duration retryAfter) {
    return new Problem(status, code, detail, errors, retryAfter);
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return detail;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
