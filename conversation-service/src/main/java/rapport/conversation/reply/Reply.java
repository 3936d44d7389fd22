package rapport.conversation.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reply(
    String id,
    String text,
    String mainText,
    List<Button> buttons,
    @Nullable String persona,
    @Nullable List<String> nextSteps) {

  public Reply {
    buttons = List.copyOf(buttons);
  }

  /** A short cut; a client sends the action back as it is. */
  public record Button(String label, Action action) {}
}
