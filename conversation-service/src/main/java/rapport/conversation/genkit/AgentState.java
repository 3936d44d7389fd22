package rapport.conversation.genkit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.conversation.api.TurnView;
import rapport.conversation.reply.Reply;
import rapport.conversation.session.Conversation;

/**
 * The state an agent's client keeps up to date by patches.
 *
 * @param values what is known by now, as in a flow's result
 * @param phase the phase it is in; absent when nothing is left to ask
 * @param asked paths of the pending question
 * @param buttons what can be said instead of typed, by label
 * @param next the session that goes on with the next subject, when the person asked for one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgentState(
    Object values,
    @Nullable String phase,
    String status,
    long rev,
    List<String> asked,
    List<Reply.Button> buttons,
    @Nullable String next) {

  static AgentState of(Conversation conversation) {
    var turn = TurnView.unchanged(conversation);
    return new AgentState(
        FlowState.of(conversation),
        turn.phase(),
        turn.status(),
        turn.rev(),
        turn.asked(),
        Spoken.lastIn(conversation).buttons(),
        turn.next());
  }
}
