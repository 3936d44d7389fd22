package rapport.conversation.genkit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what a streamed call can be asked for again: its conversation, and the input it took there.
 *
 * @param input the id of the input, as the client gave it
 */
record StreamId(String session, String input) {

  private static final Pattern TEXT =
      Pattern.compile("([A-Za-z0-9_-]{1,64}):([A-Za-z0-9_.:-]{1,128})");

  /** Empty for a text that is no such id. */
  static Optional<StreamId> parse(String text) {
    var parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(new StreamId(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  String text() {
    return session + ":" + input;
  }
}
