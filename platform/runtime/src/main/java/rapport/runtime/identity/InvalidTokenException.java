package rapport.runtime.identity;

/** A token that is not ours, not for us, damaged or out of date. The message never quotes it. */
public final class InvalidTokenException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InvalidTokenException(String message) {
    super(message);
  }

  public InvalidTokenException(String message, Throwable cause) {
    super(message, cause);
  }
}
