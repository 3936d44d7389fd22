package rapport.conversation.dialogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a message changed, so that it can be taken back.
 *
 * @param before the fields it changed, as they were
 * @param after the same fields, as it left them
 * @param rowsBefore the rows of all groups before it
 * @param rowsAfter the rows of all groups after it
 * @param localeBefore the language before it
 * @param localeAfter the language after it
 * @param modeBefore the flow's mode before it, if it has any
 * @param modeAfter the flow's mode after it
 * @param interview what had been asked before it
 * @param finishes whether it finished the conversation
 * @param takesBack whether it took another message back
 */
public record Turn(
    String messageId,
    Map<String, FieldState> before,
    Map<String, FieldState> after,
    Map<String, Rows> rowsBefore,
    Map<String, Rows> rowsAfter,
    String localeBefore,
    String localeAfter,
    @Nullable String modeBefore,
    @Nullable String modeAfter,
    Interview interview,
    boolean finishes,
    boolean takesBack) {
  public Turn {
    before = inOrder(before);
    after = inOrder(after);
    rowsBefore = inOrder(rowsBefore);
    rowsAfter = inOrder(rowsAfter);
  }

  /**
   * What happened between the two: what a message was answered with is part of it.
   *
   * @param takesBack whether another message was taken back
   */
  static Turn between(String messageId, Dialogue earlier, Dialogue later, boolean takesBack) {
    var before = new LinkedHashMap<String, FieldState>();
    var after = new LinkedHashMap<String, FieldState>();
    later
        .fields()
        .forEach((path, state) -> {
          if (!state.equals(earlier.fields().get(path))) {
            before.put(path, earlier.field(path));
            after.put(path, state);
          }
        });
    earlier
        .fields()
        .forEach((path, state) -> {
          if (!later.fields().containsKey(path)) {
            before.put(path, state);
            after.put(path, FieldState.UNTOUCHED);
          }
        });
    return new Turn(
        messageId,
        before,
        after,
        earlier.rows(),
        later.rows(),
        earlier.locale(),
        later.locale(),
        earlier.standing().mode(),
        later.standing().mode(),
        earlier.interview(),
        later.completed() && !earlier.completed(),
        takesBack);
  }

  /** In the same order everywhere, since undoing publishes in it. */
  private static <T> Map<String, T> inOrder(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** A field as it was before. */
  FieldState before(String path) {
    return before.getOrDefault(path, FieldState.UNTOUCHED);
  }

  boolean changedNothing() {
    return !finishes
        && after.isEmpty()
        && rowsBefore.equals(rowsAfter)
        && localeBefore.equals(localeAfter)
        && Objects.equals(modeBefore, modeAfter);
  }
}
