package rapport.runtime.projection;

/** The owner of a stream does not answer, or does not yet have what was asked for. */
final class OwnerAwayException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OwnerAwayException(String message) {
    super(message);
  }

  OwnerAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
