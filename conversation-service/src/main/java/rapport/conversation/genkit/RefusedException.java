package rapport.conversation.genkit;

import java.util.List;

/** A call is refused, for the reason its caller is told. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient GenkitError error;

  RefusedException(GenkitError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  static RefusedException invalid(String path, String message) {
    return new RefusedException(GenkitError.invalid(List.of(new GenkitError.Wrong(path, message))));
  }

  GenkitError error() {
    return error;
  }
}
