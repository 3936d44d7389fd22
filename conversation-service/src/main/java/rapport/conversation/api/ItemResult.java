package rapport.conversation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.conversation.session.Commit;
import rapport.conversation.session.Conversation;

/**
 * What became of a row added, taken out or moved in the panel.
 *
 * @param rev the conversation's revision after it
 * @param item the row's id; absent when nothing had to change
 * @param items the ids of all rows, by group, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemResult(
    String mutationId, long rev, @Nullable String item, Map<String, List<String>> items) {

  static ItemResult of(String mutationId, Commit commit, Conversation after) {
    return new ItemResult(
        mutationId, commit.lastRev(), item(commit.events()), after.dialogue().rowIds());
  }

  /** The row stands where it was wanted already. */
  static ItemResult unchanged(String mutationId, Conversation conversation) {
    var dialogue = conversation.dialogue();
    return new ItemResult(mutationId, dialogue.rev(), null, dialogue.rowIds());
  }

  private static @Nullable String item(List<ConversationEvent> events) {
    for (var event : events) {
      switch (event) {
        case ConversationEvent.ItemAdded added -> {
          return added.item();
        }
        case ConversationEvent.ItemRemoved removed -> {
          return removed.item();
        }
        case ConversationEvent.ItemMoved moved -> {
          return moved.item();
        }
        default -> {}
      }
    }
    return null;
  }
}
