package rapport.conversation.genkit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.conversation.api.TurnView;
import rapport.conversation.reply.Reply;
import rapport.conversation.session.Conversation;

/**
 * What a flow answers.
 *
 * @param sessionId to be sent with the next message
 * @param reply what the bot says
 * @param phase the phase it is in; absent when nothing is left to ask
 * @param status {@code in_progress} or {@code completed}
 * @param rev the session's revision
 * @param state what is known by now
 * @param asked paths of the pending question
 * @param next the session that goes on with the next subject, when the person asked for one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FlowResult(
    String sessionId,
    @JsonInclude(JsonInclude.Include.ALWAYS) String reply,
    @Nullable String phase,
    String status,
    long rev,
    @JsonInclude(JsonInclude.Include.ALWAYS) Object state,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<String> asked,
    List<Reply.Button> buttons,
    @Nullable String next) {

  static FlowResult of(Conversation conversation, Spoken spoken) {
    var turn = TurnView.unchanged(conversation);
    return new FlowResult(
        conversation.id(),
        spoken.text(),
        turn.phase(),
        turn.status(),
        turn.rev(),
        FlowState.of(conversation),
        turn.asked(),
        spoken.buttons(),
        turn.next());
  }
}
