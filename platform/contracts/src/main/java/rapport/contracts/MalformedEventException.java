package rapport.contracts;

/** A message that no retry can make readable. */
public final class MalformedEventException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MalformedEventException(String message) {
    super(message);
  }

  public MalformedEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
