package rapport.runtime.projection;

/**
 * Something a projection cannot do without does not answer, or the owner of a stream does not have
 * what was asked for yet: no fault of the stream, so it is waited for as long as it takes.
 */
final class NotAnsweringException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotAnsweringException(String message) {
    super(message);
  }

  NotAnsweringException(String message, Throwable cause) {
    super(message, cause);
  }
}
