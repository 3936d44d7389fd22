package rapport.conversation.reply;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/**
 * What a reply will say, before it has words.
 *
 * @param parts in order
 * @param buttons what can be tapped instead of typed
 * @param variant picks among wordings of equal meaning, so that a replay says the same
 * @param names what the texts may call things by, such as a person or a company
 * @param rows what rows are called, by group and id
 * @param aside what goes with the reply and is not said
 */
public record ReplyPlan(
    List<Part> parts,
    List<PlannedButton> buttons,
    long variant,
    Map<String, String> names,
    Map<Part.Arg.Row, RowName> rows,
    Aside aside) {
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

  /**
   * @param persona the persona the reply is meant for, or null
   * @param nextSteps remarks of the flow that say what the person may do next
   * @param context what is known and worth showing, by name
   */
  public record Aside(
      @Nullable String persona, List<String> nextSteps, Map<String, FieldValue> context) {

    static final Aside NOTHING = new Aside(null, List.of(), Map.of());

    public Aside {
      nextSteps = List.copyOf(nextSteps);
      context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    }
  }

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

    /** What the flow says of its own accord. */
    record Remark(String id) implements Label {}

    /** What a field is called. */
    record Field(String path) implements Label {}

    record Words(String text) implements Label {}
  }
}
