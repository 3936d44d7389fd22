package rapport.runtime.store;

import java.util.regex.Pattern;

/** A unique index refused a write. */
public final class DuplicateKeyException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final Pattern INDEX = Pattern.compile("index: (\\S+)");

  private final String index;

  DuplicateKeyException(Throwable cause, String serverMessage) {
    super("a unique index refused the write", cause);
    var match = INDEX.matcher(serverMessage);
    this.index = match.find() ? match.group(1) : "";
  }

  /** The index that refused, such as {@code _id_}; empty when the server did not say. */
  public String index() {
    return index;
  }
}
