package rapport.integrations.push;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be pushed, in the order it is: people come after their companies. */
public enum Kind {
  ACCOUNT,
  CONTACT,
  LEAD,
  TASK;

  /** The name on the wire, in lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that name, or nothing when there is none. */
  public static Optional<Kind> of(String wire) {
    return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
  }
}
