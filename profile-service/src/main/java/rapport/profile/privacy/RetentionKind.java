package rapport.profile.privacy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may have a term, after which it is kept no longer. */
enum RetentionKind {
  /** Conversations with visitors nobody knows. */
  VISITORS("Visitors without an address, silent for %d days", 500),

  /** People who are known, and of whom nothing has been heard. */
  PEOPLE("People not heard of for %d days", 100),

  /** Interviews of colleagues that were never finished. */
  INTERVIEWS("Interviews left unfinished for %d days", 500);

  private final String reason;
  private final int portion;

  RetentionKind(String reason, int portion) {
    this.reason = reason;
    this.portion = portion;
  }

  /** The name on the wire, in lower case. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name; none for a name nobody knows. */
  static Optional<RetentionKind> named(String wire) {
    return Stream.of(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
  }

  /** Why it is erased after so many days, for whoever reads the list of erasures. */
  String reason(int days) {
    return reason.formatted(days);
  }

  /** How many go at once: every erasure rewrites the logs, so that it should be of many. */
  int portion() {
    return portion;
  }
}
