package rapport.conversation.understanding;

import java.util.List;
import java.util.Map;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
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
 */
public record Utterance(
    String text,
    List<Field> asked,
    List<Field> fields,
    Map<String, FieldValue> values,
    Map<String, List<String>> choices,
    List<String> suggested,
    List<Rows> groups,
    FlowTexts texts) {

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
  }
}
