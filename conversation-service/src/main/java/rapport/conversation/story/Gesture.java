package rapport.conversation.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.reply.Action;

/** One thing a person does in the chat or in the panel. */
sealed interface Gesture {

  /** Writes a message. */
  record Say(String text) implements Gesture {}

  /** Taps the button of this label under the latest reply. */
  record Press(String label) implements Gesture {}

  /** Taps a button that carries this action, whether one is shown or not. */
  record Tap(Action action) implements Gesture {}

  /**
   * Edits fields in the panel.
   *
   * @param behind how many of the latest steps the panel had not seen when the edits began
   */
  record Edit(List<Change> changes, int behind) implements Gesture {
    public Edit {
      changes = List.copyOf(changes);
    }
  }

  /**
   * @param value null to empty the field
   */
  record Change(String path, @Nullable FieldValue value) {}

  /** Adds a row in the panel; at the end when no index (from 0) is given. */
  record AddRow(String group, @Nullable Integer index) implements Gesture {}

  record RemoveRow(String item) implements Gesture {}

  /** Moves a row to {@code to}, from 0, counted without the row itself. */
  record MoveRow(String item, int to) implements Gesture {}

  /**
   * Takes a message back.
   *
   * @param step the step it was said in, from 1; null for the latest that changed something
   */
  record Undo(@Nullable Integer step) implements Gesture {}

  /** Has the summary drafted anew. */
  record Summarise(List<String> focus) implements Gesture {
    public Summarise {
      focus = List.copyOf(focus);
    }
  }

  /**
   * Nobody's: what others made of what was said so far.
   *
   * @param persona its id, or null while nobody can tell
   * @param order the fields to ask such a person first
   * @param intent from 0 to 1
   * @param signals the kinds of signals noticed
   */
  record Assess(@Nullable String persona, List<String> order, double intent, List<String> signals)
      implements Gesture {
    public Assess {
      order = List.copyOf(order);
      signals = List.copyOf(signals);
    }
  }

  /** A colleague comes, says something, or goes. */
  record Colleague(Move move, @Nullable String text) implements Gesture {
    enum Move {
      TAKE_OVER,
      SAYS,
      HAND_BACK
    }
  }

  record Complete() implements Gesture {}

  /** Nobody's: the newest version of the flow takes the conversation over. */
  record Migrate() implements Gesture {}

  /** Goes on with the next conversation, which the one before asked for. */
  record GoOn() implements Gesture {}
}
