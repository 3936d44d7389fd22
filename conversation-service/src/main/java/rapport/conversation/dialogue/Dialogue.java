package rapport.conversation.dialogue;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.conversation.flow.Facts;
import rapport.conversation.value.Wording;

/**
 * One conversation as its events tell it. Two dialogues folded from the same events are equal.
 *
 * @param context what the workspace knew when it began; strings and lists of strings or of objects
 * @param flow the flow's name, empty before the start
 * @param rev the last event's revision
 * @param fields every field and control somebody touched
 * @param rows the rows of repeat groups, by group; absent while a group never had any
 * @param turns what the latest messages changed, the latest last
 * @param next the conversation that continues with the next subject
 * @param standing who conducts it, and what others made of it
 */
public record Dialogue(
    Map<String, Object> context,
    String flow,
    int flowVersion,
    String locale,
    @Nullable String startedBy,
    long rev,
    Stage stage,
    Map<String, FieldState> fields,
    Map<String, Rows> rows,
    Interview interview,
    @Nullable Summary summary,
    List<Turn> turns,
    @Nullable String next,
    Standing standing)
    implements Facts {

  /** How far a conversation is. */
  public enum Stage {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETED
  }

  /** A conversation nobody has begun. */
  public static Dialogue notStarted(Map<String, Object> context) {
    return new Dialogue(
        Collections.unmodifiableMap(new LinkedHashMap<>(context)),
        "",
        0,
        "en",
        null,
        0,
        Stage.NOT_STARTED,
        Map.of(),
        Map.of(),
        Interview.NOT_BEGUN,
        null,
        List.of(),
        null,
        Standing.NONE);
  }

  /** The dialogue after all events of one input. */
  public Dialogue after(List<ConversationEvent> events) {
    var fold = new Fold(this);
    events.forEach(fold::take);
    var folded = fold.dialogue();
    var takesBack = events.stream().anyMatch(ConversationEvent.TurnUndone.class::isInstance);
    for (var event : events) {
      if (event instanceof ConversationEvent.MessageReceived(var messageId, _)) {
        return fold.remember(Turn.between(messageId, this, folded, takesBack)).dialogue();
      }
    }
    return folded;
  }

  /** The latest message that changed something, and took nothing back. */
  Optional<Turn> latestTurn() {
    return turns.reversed().stream()
        .filter(turn -> !turn.changedNothing() && !turn.takesBack())
        .findFirst();
  }

  /** The dialogue after one more event. */
  Dialogue evolve(ConversationEvent event) {
    return new Fold(this).take(event).dialogue();
  }

  /** How numbers, amounts and times are written in the conversation's language. */
  Wording wording() {
    return Wording.of(locale);
  }

  /** What is known of a field; untouched when nothing. */
  public FieldState field(String path) {
    return fields.getOrDefault(path, FieldState.UNTOUCHED);
  }

  /** The rows of a group; none when it never had any. */
  public Rows rows(String group) {
    return rows.getOrDefault(group, Rows.NONE);
  }

  /** The ids of all groups' rows, in order. */
  public Map<String, List<String>> rowIds() {
    return rows.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().ids()));
  }

  /** The values that apply, by path. */
  public Map<String, FieldValue> values() {
    var values = new LinkedHashMap<String, FieldValue>();
    fields.keySet().forEach(path -> putIfPresent(values, path, value(path)));
    return values;
  }

  private static void putIfPresent(
      Map<String, FieldValue> values, String path, @Nullable FieldValue value) {
    if (value != null) {
      values.put(path, value);
    }
  }

  /**
   * The value of a field or control; for a group how many rows it has, if any; otherwise what is
   * known of the conversation under that path, such as {@code intent.score}.
   */
  @Override
  public @Nullable FieldValue value(String path) {
    var group = rows.get(path);
    if (group != null) {
      return group.ids().isEmpty()
          ? null
          : new FieldValue.Num(BigDecimal.valueOf(group.ids().size()));
    }
    var state = fields.get(path);
    if (state == null) {
      return standing.value(path);
    }
    return state.parked() ? null : state.value();
  }

  @Override
  public boolean prefilled(String path) {
    var source = field(path).source();
    return source != null && source.by() == Origin.PREFILL;
  }

  @Override
  public boolean closed(String path) {
    return !field(path).open();
  }

  @Override
  public @Nullable String context(String key) {
    return switch (context.get(key)) {
      case null -> null;
      case List<?> list -> list.isEmpty() ? null : "yes";
      case Object value -> value.toString();
    };
  }

  /** An entry of the context in words, those of a list one after the other; null without any. */
  @Nullable String known(String key) {
    return switch (context.get(key)) {
      case null -> null;
      case List<?> list -> String.join(", ", Choices.named(list));
      case Object value -> value.toString();
    };
  }

  @Override
  public boolean completed() {
    return stage == Stage.COMPLETED;
  }
}
