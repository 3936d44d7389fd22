package rapport.conversation.dialogue;

import java.util.Map;

/**
 * What a message changed, so that it can be taken back.
 *
 * @param before the fields it changed, as they were
 * @param after the same fields, as it left them
 * @param rowsBefore the rows of all groups before it
 * @param rowsAfter the rows of all groups after it
 */
public record Turn(
    String messageId,
    Map<String, FieldState> before,
    Map<String, FieldState> after,
    Map<String, Rows> rowsBefore,
    Map<String, Rows> rowsAfter) {
  public Turn {
    before = Map.copyOf(before);
    after = Map.copyOf(after);
    rowsBefore = Map.copyOf(rowsBefore);
    rowsAfter = Map.copyOf(rowsAfter);
  }

  boolean changedNothing() {
    return after.isEmpty() && rowsBefore.equals(rowsAfter);
  }
}
