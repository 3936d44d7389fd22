package rapport.conversation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.conversation.reply.Reply;
import rapport.conversation.session.Commit;
import rapport.conversation.session.Conversation;

/**
 * What came of a visitor's message, without the events.
 *
 * @param rev the conversation's revision after it
 * @param asked paths of the pending question
 * @param next the conversation to go on with, when the message asked for another one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VisitorTurn(
    long rev,
    List<Reply> replies,
    String status,
    String mode,
    List<String> asked,
    @Nullable String next) {

  static VisitorTurn of(Commit commit, Conversation after) {
    return of(commit.lastRev(), commit.replies(), after);
  }

  /** Nothing had to change. */
  static VisitorTurn unchanged(Conversation conversation) {
    return of(conversation.dialogue().rev(), List.of(), conversation);
  }

  private static VisitorTurn of(long rev, List<Reply> replies, Conversation after) {
    return new VisitorTurn(
        rev,
        replies,
        ConversationView.status(after.dialogue()),
        ConversationView.mode(after),
        after.dialogue().interview().asked(),
        after.dialogue().next());
  }
}
