package rapport.conversation.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/**
 * One message of the bot.
 *
 * @param id unique in its conversation
 * @param text plain text, paragraphs separated by empty lines, lists by lines beginning with a
 *     bullet
 * @param mainText the same for widget clients
 * @param buttons what can be tapped instead of typed
 * @param persona the persona the reply is meant for, when one is known
 * @param nextSteps what the person might do next
 * @param profileContext what is known of the person and shapes the reply
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reply(
    String id,
    String text,
    String mainText,
    List<Button> buttons,
    @Nullable String persona,
    @Nullable List<String> nextSteps,
    @Nullable Map<String, FieldValue> profileContext) {

  public Reply {
    buttons = List.copyOf(buttons);
  }

  /** A reply with nothing beside its words and buttons. */
  public Reply(String id, String text, List<Button> buttons) {
    this(id, text, text, buttons, null, null, null);
  }

  /** A short cut; a client sends the action back as it is. */
  public record Button(String label, Action action) {}
}
