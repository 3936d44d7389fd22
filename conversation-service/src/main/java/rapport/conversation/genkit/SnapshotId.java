package rapport.conversation.genkit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A session as it was after one of its inputs.
 *
 * @param seq the input's place, from 1
 */
record SnapshotId(String session, long seq) {

  private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9_-]{1,64}):([1-9][0-9]{0,9})");

  /** Empty for a text that is no such id. */
  static Optional<SnapshotId> parse(String text) {
    var parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(new SnapshotId(parts.group(1), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  String text() {
    return session + ":" + seq;
  }
}
