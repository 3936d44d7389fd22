package rapport.conversation.dialogue;

import java.util.Map;

/**
 * What a message changed, so that it can be taken back.
 *
 * @param before the fields it changed, as they were
 * @param after the same fields, as it left them
 */
public record Turn(
    String messageId, Map<String, FieldState> before, Map<String, FieldState> after) {
  public Turn {
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }

  boolean changedNothing() {
    return after.isEmpty();
  }
}
