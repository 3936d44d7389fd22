package rapport.conversation.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/** What somebody wants of a conversation. Ids and what a text means come in; nothing is made up. */
public sealed interface DialogueCommand {

  /** Begins; the context is already the dialogue's. */
  record Start(String locale, @Nullable String actor) implements DialogueCommand {}

  /**
   * Says something.
   *
   * @param text the words, or the label of the button tapped
   * @param acts what they were understood to mean
   * @param nextConversation the id of the next conversation, should this message ask for one
   */
  record Say(
      String messageId,
      String text,
      List<Act> acts,
      @Nullable String actor,
      String nextConversation)
      implements DialogueCommand {
    public Say {
      acts = List.copyOf(acts);
    }
  }

  /**
   * Edits one field in the panel; no value clears it.
   *
   * @param baseRev the revision the panel showed when the edit began
   */
  record Edit(String path, @Nullable FieldValue value, long baseRev, @Nullable String actor)
      implements DialogueCommand {}

  /** Adds a row in the panel; at the end when no index (from 0) is given. */
  record AddItem(String group, @Nullable Integer index, @Nullable String actor)
      implements DialogueCommand {}

  /** Takes a row out in the panel. */
  record RemoveItem(String item, @Nullable String actor) implements DialogueCommand {}

  /** Moves a row in the panel to {@code index}, from 0, counted without the row itself. */
  record MoveItem(String item, int index, @Nullable String actor) implements DialogueCommand {}

  /** Takes a message back; none named means the latest that changed something. */
  record Undo(@Nullable String messageId) implements DialogueCommand {}

  /** Wants a summary drafted. */
  record DraftSummary(List<String> focus) implements DialogueCommand {
    public DraftSummary {
      focus = List.copyOf(focus);
    }
  }

  /** The summary asked for is there. */
  record SummaryReady(String text, List<String> focus, long basis) implements DialogueCommand {
    public SummaryReady {
      focus = List.copyOf(focus);
    }
  }

  /** Goes on with the version of the flow that the decision is made with. */
  record Migrate() implements DialogueCommand {}

  /** Finishes. */
  record Complete() implements DialogueCommand {}
}
