package rapport.conversation.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.AgentJoined;
import rapport.contracts.ConversationEvent.AgentLeft;
import rapport.contracts.ConversationEvent.AgentReplied;
import rapport.contracts.ConversationEvent.ColleagueCalled;
import rapport.contracts.ConversationEvent.ModeSwitched;
import rapport.conversation.dialogue.Decision.Rejected;

/** Brings a colleague into a conversation, and the bot back. */
final class Handoff {

  private final Draft draft;
  private final @Nullable String human;

  Handoff(Draft draft) {
    this.draft = draft;
    this.human = draft.definition().conduct().handoff();
  }

  /** Whether the flow knows colleagues at all. */
  boolean possible() {
    return human != null;
  }

  /**
   * The person wants a colleague; one is there or on the way when they have asked before. Nobody is
   * only called any more: whoever comes, comes to them.
   */
  void request() {
    enter("requested");
    if (possible() && draft.now().standing().called() != null) {
      draft.emit(new ColleagueCalled(null));
    }
  }

  /** Somebody should look; said once, and not where a colleague is or is asked for anyway. */
  void call(String reason) {
    var standing = draft.now().standing();
    if (possible()
        && standing.called() == null
        && standing.agent() == null
        && !draft.definition().conduct().isHuman(standing.mode())) {
      draft.emit(new ColleagueCalled(reason));
    }
  }

  Decision takeOver(String agent, String name) {
    if (!possible()) {
      return new Rejected("no-handoff-here", List.of());
    }
    var present = draft.now().standing().agent();
    if (present != null && !present.id().equals(agent)) {
      return new Rejected("taken-over-already", List.of());
    }
    enter("taken-over");
    if (present == null) {
      draft.emit(new AgentJoined(agent, name));
    }
    return draft.accepted();
  }

  /** Only who took the conversation over answers in it. */
  Decision say(DialogueCommand.AgentSays say) {
    var present = draft.now().standing().agent();
    if (present == null || !present.id().equals(say.agent())) {
      return new Rejected("not-taken-over", List.of());
    }
    draft.emit(new AgentReplied(say.messageId(), say.text(), present.id(), present.name()));
    return draft.accepted();
  }

  /** Anybody may hand back, also a request that nobody took, and a call that nobody followed. */
  Decision handBack() {
    var standing = draft.now().standing();
    if (standing.called() != null) {
      draft.emit(new ColleagueCalled(null));
      return draft.accepted();
    }
    var modes = draft.definition().conduct().modes();
    if (modes == null || human == null || !human.equals(standing.mode())) {
      return new Rejected("not-taken-over", List.of());
    }
    if (standing.agent() != null) {
      draft.emit(new AgentLeft(standing.agent().id()));
    }
    var back = standing.left() == null ? modes.initial() : standing.left();
    draft.emit(new ModeSwitched(human, back, "handed-back"));
    return draft.accepted();
  }

  private void enter(String reason) {
    var mode = draft.now().standing().mode();
    if (human != null && !human.equals(mode)) {
      draft.emit(new ModeSwitched(mode, human, reason));
    }
  }
}
