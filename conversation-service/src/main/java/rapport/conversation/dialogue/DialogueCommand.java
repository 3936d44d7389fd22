package rapport.conversation.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;

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

    /** Where a value comes from that was understood from those words. */
    Provenance source(String quote, double confidence) {
      return new Provenance(Origin.CHAT, actor, quote, confidence);
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

  /**
   * Answers a message that was taken in before, in flows in which others have a say in it.
   *
   * @param answers to what the person asked in it
   * @param doubted fields whose value is to be asked about: it hardly can be right
   */
  record Proceed(String messageId, List<Answering> answers, List<String> doubted)
      implements DialogueCommand {
    public Proceed {
      answers = List.copyOf(answers);
      doubted = List.copyOf(doubted);
    }
  }

  /**
   * A question of the person and the approved answer to it.
   *
   * @param topic what it is about; null, as is the answer, when nobody approved one
   * @param source where the answer is taken from
   */
  record Answering(
      String question, @Nullable String topic, @Nullable String answer, @Nullable String source) {}

  /** Takes in what others made of a message after it was answered. */
  record Assess(Assessment assessment) implements DialogueCommand {}

  /** A colleague takes the conversation over. */
  record TakeOver(String agent, String name) implements DialogueCommand {}

  /** A colleague says something. */
  record AgentSays(String messageId, String text, String agent) implements DialogueCommand {}

  /** A colleague hands the conversation back to the bot. */
  record HandBack() implements DialogueCommand {}

  /** Goes on with the version of the flow that the decision is made with. */
  record Migrate() implements DialogueCommand {}

  /** Finishes. */
  record Complete() implements DialogueCommand {}
}
