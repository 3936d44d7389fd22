package rapport.conversation.genkit;

import org.springframework.http.HttpStatus;

/** What Genkit clients call an outcome; those of its canonical codes that occur here. */
enum CanonicalCode {
  INVALID_ARGUMENT(HttpStatus.BAD_REQUEST),
  FAILED_PRECONDITION(HttpStatus.BAD_REQUEST),
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
  PERMISSION_DENIED(HttpStatus.FORBIDDEN),
  NOT_FOUND(HttpStatus.NOT_FOUND),
  ABORTED(HttpStatus.CONFLICT),
  ALREADY_EXISTS(HttpStatus.CONFLICT),
  RESOURCE_EXHAUSTED(HttpStatus.TOO_MANY_REQUESTS),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
  UNIMPLEMENTED(HttpStatus.NOT_IMPLEMENTED),
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
  DEADLINE_EXCEEDED(HttpStatus.GATEWAY_TIMEOUT);

  private final HttpStatus http;

  CanonicalCode(HttpStatus http) {
    this.http = http;
  }

  /** The status a call that is not streamed ends with. */
  HttpStatus http() {
    return http;
  }

  /** The code nearest to a status decided elsewhere. */
  static CanonicalCode of(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> UNAUTHENTICATED;
      case FORBIDDEN -> PERMISSION_DENIED;
      case NOT_FOUND -> NOT_FOUND;
      case CONFLICT -> ABORTED;
      case TOO_MANY_REQUESTS -> RESOURCE_EXHAUSTED;
      case METHOD_NOT_ALLOWED, NOT_IMPLEMENTED -> UNIMPLEMENTED;
      case SERVICE_UNAVAILABLE -> UNAVAILABLE;
      case REQUEST_TIMEOUT, GATEWAY_TIMEOUT -> DEADLINE_EXCEEDED;
      default -> status.is4xxClientError() ? INVALID_ARGUMENT : INTERNAL;
    };
  }
}
