package rapport.conversation.genkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;

class FailuresTest {

  @ParameterizedTest
  @CsvSource({
    "INVALID_ARGUMENT, 400",
    "FAILED_PRECONDITION, 400",
    "UNAUTHENTICATED, 401",
    "PERMISSION_DENIED, 403",
    "NOT_FOUND, 404",
    "ABORTED, 409",
    "ALREADY_EXISTS, 409",
    "RESOURCE_EXHAUSTED, 429",
    "INTERNAL, 500",
    "UNIMPLEMENTED, 501",
    "UNAVAILABLE, 503",
    "DEADLINE_EXCEEDED, 504"
  })
  void every_code_has_the_status_of_the_canonical_table(CanonicalCode code, int status) {
    assertThat(code.http().value()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "BAD_REQUEST, malformed-json, INVALID_ARGUMENT",
    "UNAUTHORIZED, unauthenticated, UNAUTHENTICATED",
    "FORBIDDEN, forbidden, PERMISSION_DENIED",
    "NOT_FOUND, conversation-not-found, NOT_FOUND",
    "METHOD_NOT_ALLOWED, method-not-allowed, UNIMPLEMENTED",
    "REQUEST_TIMEOUT, request-timeout, DEADLINE_EXCEEDED",
    "CONFLICT, too-much-at-once, ABORTED",
    "CONFLICT, id-reused, ALREADY_EXISTS",
    "CONTENT_TOO_LARGE, too-large, INVALID_ARGUMENT",
    "UNSUPPORTED_MEDIA_TYPE, unsupported-media-type, INVALID_ARGUMENT",
    "UNPROCESSABLE_CONTENT, not-acceptable-body, INVALID_ARGUMENT",
    "TOO_MANY_REQUESTS, rate-limited, RESOURCE_EXHAUSTED",
    "INTERNAL_SERVER_ERROR, internal, INTERNAL",
    "SERVICE_UNAVAILABLE, draining, UNAVAILABLE",
    "GATEWAY_TIMEOUT, upstream-timeout, DEADLINE_EXCEEDED"
  })
  void every_problem_has_its_code(HttpStatus status, String code, CanonicalCode told) {
    var problem = Problem.of(status, code, "Because.");
    assertThat(Failures.error(problem)).isEqualTo(GenkitError.of(told, "Because."));
    assertThat(Failures.http(problem, Failures.error(problem))).isEqualTo(status);
  }

  @Test
  void the_fields_of_a_problem_are_told() {
    var problem =
        Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "not-acceptable-body", "No.")
            .withErrors(List.of(new FieldError("text", "too-long", "At most 5.")));
    assertThat(Failures.error(problem).details())
        .isEqualTo(
            new GenkitError.Details.Errors(List.of(new GenkitError.Wrong("text", "At most 5."))));
  }

  @Test
  void a_call_that_takes_too_long_exceeds_its_deadline() {
    assertThat(Failures.error(new TimeoutException("did not observe anything within")))
        .extracting(GenkitError::status)
        .isEqualTo(CanonicalCode.DEADLINE_EXCEEDED);
  }

  @Test
  void nothing_is_told_of_a_defect() {
    assertThat(Failures.error(new IllegalStateException("jdbc:secret@host")))
        .isEqualTo(GenkitError.of(CanonicalCode.INTERNAL, "Internal Error"));
    assertThat(Failures.error(new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR, "x")))
        .isEqualTo(GenkitError.of(CanonicalCode.INTERNAL, "Internal Error"));
  }

  @Test
  void what_never_reached_a_flow_keeps_its_status() {
    var unreadable = new ServerWebInputException("secret input");
    assertThat(Failures.http(unreadable, Failures.error(unreadable)))
        .isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(Failures.error(unreadable).message()).doesNotContain("secret");
    var wrongMethod = new MethodNotAllowedException(HttpMethod.GET, List.of(HttpMethod.POST));
    assertThat(Failures.http(wrongMethod, Failures.error(wrongMethod)))
        .isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
  }
}
