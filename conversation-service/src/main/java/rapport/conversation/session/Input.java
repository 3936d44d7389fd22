package rapport.conversation.session;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.DialogueCommand;
import reactor.core.publisher.Mono;

/**
 * One input on its way into a conversation.
 *
 * @param id the client's id for it, unique in its conversation
 * @param fingerprint of everything in it: the same id with another fingerprint is refused
 * @param actor who sends it
 * @param traceparent the trace it belongs to
 * @param meaning what it means in the light of the conversation
 * @param answer the body its sender will get
 */
public record Input(
    String id,
    String fingerprint,
    @Nullable String actor,
    @Nullable String traceparent,
    Meaning meaning,
    Answer answer) {

  /** Understands the input; asked again when somebody else wrote in between. */
  public interface Meaning {
    Mono<Meant> in(Conversation conversation);
  }

  /**
   * What an input was understood to mean.
   *
   * @param record what the log keeps of the input
   * @param earlier what the reply is about besides, or null
   */
  public record Meant(
      DialogueCommand command, Map<String, Object> record, @Nullable Earlier earlier) {

    public Meant(DialogueCommand command, Map<String, Object> record) {
      this(command, record, null);
    }
  }

  /**
   * What happened since a message that has not been answered yet.
   *
   * @param before the dialogue before the message
   */
  public record Earlier(Dialogue before, List<ConversationEvent> events) {
    public Earlier {
      events = List.copyOf(events);
    }
  }

  /** Writes the body the sender gets, which is stored with the commit. */
  public interface Answer {
    String body(Conversation before, Commit commit, Conversation after);
  }
}
