package rapport.conversation.understanding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.dialogue.Choices;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.Group;

/**
 * A message and what has to be known to understand it.
 *
 * @param text what the person wrote, as it came
 * @param asked the fields asked just now, the most pressing first; may be empty
 * @param fields all fields and controls that apply now, asked or not
 * @param values what they hold
 * @param choices the options of choices whose options come from the context, by path
 * @param suggested paths beside which a suggestion waits for yes or no
 * @param groups the repeat groups of the flow and the rows they have; the title of a row is the
 *     value at its group's {@link Group#titleOf}
 * @param texts the flow's words in the conversation's language
 * @param unclear what the message before may have meant, if it was asked which of these
 */
public record Utterance(
    String text,
    List<Field> asked,
    List<Field> fields,
    Map<String, FieldValue> values,
    Map<String, List<String>> choices,
    List<String> suggested,
    List<Rows> groups,
    FlowTexts texts,
    List<Act.Fill> unclear) {

  /**
   * @param items the ids of the rows there are, in order
   */
  public record Rows(Group group, List<String> items) {
    public Rows {
      items = List.copyOf(items);
    }
  }

  public Utterance {
    asked = List.copyOf(asked);
    fields = List.copyOf(fields);
    values = Map.copyOf(values);
    choices = Map.copyOf(choices);
    suggested = List.copyOf(suggested);
    groups = List.copyOf(groups);
    unclear = List.copyOf(unclear);
  }

  /** When nothing is unclear. */
  public Utterance(
      String text,
      List<Field> asked,
      List<Field> fields,
      Map<String, FieldValue> values,
      Map<String, List<String>> choices,
      List<String> suggested,
      List<Rows> groups,
      FlowTexts texts) {
    this(text, asked, fields, values, choices, suggested, groups, texts, List.of());
  }

  /** Other words in the same situation, with nothing left unclear. */
  public Utterance saying(String words) {
    return new Utterance(words, asked, fields, values, choices, suggested, groups, texts);
  }

  /**
   * What is said at this moment of a conversation.
   *
   * @param definition the conversation's flow, over its rows
   */
  public static Utterance in(
      FlowDefinition definition, Dialogue dialogue, FlowTexts texts, String text) {
    var applying =
        definition.fields().filter(field -> isHeard(definition, field, dialogue)).toList();
    var choices = new HashMap<String, List<String>>();
    applying.stream()
        .filter(field -> field.optionsFrom() != null)
        .forEach(field -> choices.put(field.path(), Choices.of(field, dialogue)));
    return new Utterance(
        text,
        asked(definition, dialogue),
        applying,
        dialogue.values(),
        choices,
        dialogue.fields().entrySet().stream()
            .filter(entry -> entry.getValue().waiting() != null)
            .map(Map.Entry::getKey)
            .toList(),
        definition.groups().values().stream()
            .map(group -> new Rows(group, dialogue.rows(group.name()).ids()))
            .toList(),
        texts,
        unclear(dialogue));
  }

  /** What a phase of another mode would ask is not heard now, unless it may be said any time. */
  private static boolean isHeard(FlowDefinition definition, Field field, Dialogue dialogue) {
    return field.appliesTo(dialogue)
        && (field.timing().anyTime()
            || definition.phase(field.phase()).isOn(dialogue.standing().mode()));
  }

  /** A question stands while one about what was meant comes between, and may be half answered. */
  private static List<Field> asked(FlowDefinition definition, Dialogue dialogue) {
    var interview = dialogue.interview();
    return interview.asked().stream()
        .filter(path ->
            interview.unclear() == null
                || dialogue.value(path) == null
                || interview.revisit().contains(path))
        .flatMap(path -> definition.field(path).stream())
        .toList();
  }

  private static List<Act.Fill> unclear(Dialogue dialogue) {
    var unclear = dialogue.interview().unclear();
    return unclear == null
        ? List.of()
        : unclear.candidates().stream()
            .map(candidate ->
                new Act.Fill(
                    candidate.path(), candidate.value(), unclear.quote(), candidate.confidence()))
            .toList();
  }
}
