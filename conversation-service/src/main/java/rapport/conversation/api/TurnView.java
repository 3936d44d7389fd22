package rapport.conversation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.conversation.dialogue.Agenda;
import rapport.conversation.reply.Reply;
import rapport.conversation.session.Commit;
import rapport.conversation.session.Conversation;

/**
 * What came of a message.
 *
 * @param rev the conversation's revision after it
 * @param events what happened, in order
 * @param next the conversation to go on with, when the message asked for another one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TurnView(
    long rev,
    List<Reply> replies,
    List<EventView> events,
    @Nullable String phase,
    List<String> asked,
    List<String> open,
    String status,
    String mode,
    @Nullable String next) {

  /**
   * @param type the event's name, such as {@code FieldCaptured}
   */
  public record EventView(long rev, String type, @JsonUnwrapped ConversationEvent event) {}

  public static TurnView of(Commit commit, Conversation after) {
    var events = new ArrayList<EventView>();
    var rev = commit.firstRev();
    for (var event : commit.events()) {
      events.add(new EventView(rev++, event.getClass().getSimpleName(), event));
    }
    return of(commit.lastRev(), commit.replies(), events, after);
  }

  /** Nothing had to change. */
  public static TurnView unchanged(Conversation conversation) {
    return of(conversation.dialogue().rev(), List.of(), List.of(), conversation);
  }

  private static TurnView of(
      long rev, List<Reply> replies, List<EventView> events, Conversation after) {
    var agenda = Agenda.of(after.definition(), after.dialogue());
    return new TurnView(
        rev,
        replies,
        events,
        agenda.phase(),
        after.dialogue().interview().asked(),
        agenda.paths(),
        ConversationView.status(after.dialogue()),
        ConversationView.mode(after),
        after.dialogue().next());
  }
}
