package rapport.conversation.reply;

import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;

/**
 * How far a record is.
 *
 * @param done fields that have a value
 * @param total fields that apply and are asked for
 */
public record Progress(int done, int total) {

  public static Progress of(FlowDefinition definition, Dialogue dialogue) {
    var applying =
        definition
            .fields()
            .filter(field -> !field.control() && field.asked() && field.appliesTo(dialogue))
            .map(Field::path)
            .toList();
    var done = applying.stream().filter(path -> dialogue.value(path) != null).count();
    return new Progress((int) done, applying.size());
  }
}
