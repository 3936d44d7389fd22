package rapport.conversation.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/** One thing a person did with a message, as an interpreter understood it. */
public sealed interface Act {

  /**
   * Gives a field a value. {@code quote} is the words it was understood from; {@code confidence} is
   * from 0 to 1.
   */
  record Fill(String path, FieldValue value, String quote, double confidence) implements Act {}

  /** Replaces a value on purpose: "actually 45", "no, I meant logistics". */
  record Correct(String path, FieldValue value, String quote, double confidence) implements Act {}

  /**
   * Says something that may be the value of one field or another, or perhaps of the only one named.
   *
   * @param candidates what it would fill, the likeliest first, one for each field; never empty
   * @param quote the words it was understood from
   */
  record Unsure(List<Fill> candidates, String quote) implements Act {
    public Unsure {
      candidates = List.copyOf(candidates);
    }
  }

  /** Says which of the fields was meant that it was asked about; none of them when it is empty. */
  record Choose(List<String> paths) implements Act {
    public Choose {
      paths = List.copyOf(paths);
    }
  }

  /** Says something that was meant for this field and cannot be its value. */
  record Misfit(String path, String code, String said) implements Act {}

  /**
   * Adds a row to a group.
   *
   * @param title what it is called, or null
   * @param index where it goes, from 0, or null for the end
   * @param quote the words it was understood from
   */
  record AddItem(String group, @Nullable String title, @Nullable Integer index, String quote)
      implements Act {}

  /** Takes a row out. */
  record RemoveItem(String group, String item, String quote) implements Act {}

  /** Moves a row to {@code index}, from 0, counted without the row itself. */
  record MoveItem(String group, String item, int index, String quote) implements Act {}

  /** Empties a field. */
  record Clear(String path) implements Act {}

  /** Passes over fields; none named means those asked now. */
  record Skip(List<String> paths) implements Act {
    public Skip {
      paths = List.copyOf(paths);
    }
  }

  /** Does not know; none named means those asked now. */
  record DontKnow(List<String> paths) implements Act {
    public DontKnow {
      paths = List.copyOf(paths);
    }
  }

  /** Wants the previous question again. */
  record Back() implements Act {}

  /** Wants to see these fields again. */
  record GoTo(List<String> paths) implements Act {
    public GoTo {
      paths = List.copyOf(paths);
    }
  }

  /** Asks about a question: why it is asked, or what is meant. No path means the one asked now. */
  record AskAbout(@Nullable String path, Topic topic) implements Act {
    public enum Topic {
      WHY,
      MEANING,
      /** What has been said so far. */
      RECAP,
      /** How much is left. */
      PROGRESS,
      /** What can be done here. */
      HELP,
      /** Anything else. */
      OTHER
    }
  }

  /** Yes, to whatever stands open (a suggestion) and is not a yes-or-no question of the flow. */
  record Confirm() implements Act {}

  /** No, to whatever stands open. */
  record Deny() implements Act {}

  /** Takes what waits beside a field. */
  record AcceptSuggestion(String path) implements Act {}

  /** Keeps what the field holds. */
  record DismissSuggestion(String path) implements Act {}

  /** Wants a summary with these points of focus. */
  record Summarise(List<String> focus) implements Act {
    public Summarise {
      focus = List.copyOf(focus);
    }
  }

  /** Wants to finish. */
  record Finish() implements Act {}

  /** Wants the next conversation of the same flow. */
  record NewSubject() implements Act {}

  /** Takes the last message back. */
  record Undo() implements Act {}

  /**
   * Wants to go on in another language.
   *
   * @param language BCP 47 tag, known here or not
   */
  record SwitchLanguage(String language) implements Act {}

  /** Wants to talk to a person. */
  record Handoff() implements Act {}

  /** Greets, thanks, and the like. */
  record SmallTalk(Kind kind) implements Act {
    public enum Kind {
      GREETING,
      THANKS,
      PRAISE,
      FAREWELL
    }
  }

  /** Nothing of it was understood. */
  record NotUnderstood(String said) implements Act {}
}
