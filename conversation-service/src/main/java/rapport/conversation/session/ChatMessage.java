package rapport.conversation.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.FieldValue;
import rapport.conversation.reply.Reply;

/**
 * Something that was said.
 *
 * @param role who said it: {@code user}, {@code bot}, or {@code agent} for a colleague
 * @param author the colleague's name
 * @param rev the conversation's revision after it
 * @param persona the persona a reply is meant for, when one is known
 * @param nextSteps what the person might do next
 * @param profileContext what is known of the person and shapes a reply
 * @param undone whether the person took it back
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ChatMessage(
    String id,
    String role,
    String text,
    @Nullable String author,
    List<Reply.Button> buttons,
    @Nullable String persona,
    @Nullable List<String> nextSteps,
    @Nullable Map<String, FieldValue> profileContext,
    Instant at,
    long rev,
    boolean undone) {

  static ChatMessage ofUser(String id, String text, Instant at, long rev) {
    return new ChatMessage(id, "user", text, null, List.of(), null, null, null, at, rev, false);
  }

  static ChatMessage ofAgent(ConversationEvent.AgentReplied said, Instant at, long rev) {
    return new ChatMessage(
        said.messageId(),
        "agent",
        said.text(),
        said.name(),
        List.of(),
        null,
        null,
        null,
        at,
        rev,
        false);
  }

  static ChatMessage ofBot(Reply reply, Instant at, long rev) {
    return new ChatMessage(
        reply.id(),
        "bot",
        reply.text(),
        null,
        reply.buttons(),
        reply.persona(),
        reply.nextSteps(),
        reply.profileContext(),
        at,
        rev,
        false);
  }

  ChatMessage asUndone() {
    return new ChatMessage(
        id, role, text, author, buttons, persona, nextSteps, profileContext, at, rev, true);
  }
}
