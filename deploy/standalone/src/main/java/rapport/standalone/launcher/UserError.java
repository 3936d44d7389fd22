package rapport.standalone.launcher;

/** Something only the person at the keyboard can mend; the message says what and how. */
final class UserError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UserError(String message) {
    super(message);
  }

  UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
