package rapport.conversation.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import rapport.conversation.reply.Reply;

/**
 * Something that was said.
 *
 * @param role who said it: {@code user} or {@code bot}
 * @param rev the conversation's revision after it
 * @param undone whether the person took it back
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ChatMessage(
    String id,
    String role,
    String text,
    List<Reply.Button> buttons,
    Instant at,
    long rev,
    boolean undone) {

  static ChatMessage ofUser(String id, String text, Instant at, long rev) {
    return new ChatMessage(id, "user", text, List.of(), at, rev, false);
  }

  static ChatMessage ofBot(Reply reply, Instant at, long rev) {
    return new ChatMessage(reply.id(), "bot", reply.text(), reply.buttons(), at, rev, false);
  }

  ChatMessage asUndone() {
    return new ChatMessage(id, role, text, buttons, at, rev, true);
  }
}
