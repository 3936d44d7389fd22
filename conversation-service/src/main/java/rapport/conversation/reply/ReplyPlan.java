package rapport.conversation.reply;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reply will say, before it has words.
 *
 * @param parts in order
 * @param buttons what can be tapped instead of typed
 * @param variant picks among wordings of equal meaning, so that a replay says the same
 * @param names what the texts may call things by, such as a person or a company
 * @param rows what rows are called, by group and id
 */
public record ReplyPlan(
    List<Part> parts,
    List<PlannedButton> buttons,
    long variant,
    Map<String, String> names,
    Map<Part.Arg.Row, RowName> rows) {
  public ReplyPlan {
    parts = List.copyOf(parts);
    buttons = List.copyOf(buttons);
    names = Map.copyOf(names);
    rows = Map.copyOf(rows);
  }

  /**
   * @param title what the row is called, or null while it has no name
   * @param number its place, from 1
   */
  public record RowName(@Nullable String title, int number) {}

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** A button whose label is a message, the label of an option, or plain words. */
  public record PlannedButton(Label label, Action action) {}

  /** Where a button's label comes from. */
  public sealed interface Label {
    record Message(String key, Map<String, Part.Arg> args) implements Label {
      public Message {
        args = Map.copyOf(args);
      }
    }

    record Option(String path, String option) implements Label {}

    /** What a field is called. */
    record Field(String path) implements Label {}

    record Words(String text) implements Label {}
  }
}
