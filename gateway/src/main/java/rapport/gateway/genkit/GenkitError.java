package rapport.gateway.genkit;

import org.springframework.http.HttpStatus;

/**
 * A refusal as Genkit clients understand it.
 *
 * @param status one of Genkit's canonical codes
 * @param message a sentence for people
 */
record GenkitError(String status, String message) {

  static GenkitError of(HttpStatus http, String message) {
    return new GenkitError(code(http), message);
  }

  private static String code(HttpStatus http) {
    return switch (http) {
      case UNAUTHORIZED -> "UNAUTHENTICATED";
      case FORBIDDEN -> "PERMISSION_DENIED";
      case NOT_FOUND -> "NOT_FOUND";
      case TOO_MANY_REQUESTS -> "RESOURCE_EXHAUSTED";
      case METHOD_NOT_ALLOWED -> "UNIMPLEMENTED";
      case BAD_GATEWAY, SERVICE_UNAVAILABLE -> "UNAVAILABLE";
      case REQUEST_TIMEOUT, GATEWAY_TIMEOUT -> "DEADLINE_EXCEEDED";
      default -> http.is4xxClientError() ? "INVALID_ARGUMENT" : "INTERNAL";
    };
  }
}
