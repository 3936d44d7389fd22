package rapport.conversation.reply;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/** One thing a reply says; the words come from the flow's texts or the general messages. */
public sealed interface Part {

  /** A general message with its arguments. */
  record Message(String key, Map<String, Arg> args) implements Part {
    public Message {
      args = Map.copyOf(args);
    }
  }

  /** What a phase begins with. */
  record PhaseIntro(String phase) implements Part {}

  /** What the flow has to say about an option just chosen. */
  record OptionReply(String path, String option) implements Part {}

  /** A field's explanation: what is meant, or what it is good for. */
  record Explanation(String path, boolean why) implements Part {}

  /** The question for one field; {@code repeated} when it was asked before. */
  record Question(String path, boolean repeated) implements Part {}

  /** Words that are ready to be said. */
  record Plain(String text) implements Part {}

  /** What the flow says of its own accord. */
  record Remark(String id) implements Part {}

  /** What a person agrees to by answering. */
  record Consent(String path) implements Part {}

  /** The question for the titles of rows, all at once. */
  record Together(List<String> paths) implements Part {
    public Together {
      paths = List.copyOf(paths);
    }
  }

  /** Several questions at once. */
  record Questions(List<Question> questions) implements Part {
    public Questions {
      questions = List.copyOf(questions);
    }
  }

  /** An argument of a message, still without words. */
  sealed interface Arg {
    record Words(String text) implements Arg {}

    record Count(long count) implements Arg {}

    record Label(String path) implements Arg {}

    /** What a row is called. */
    record Row(String group, String item) implements Arg {}

    record Rows(List<Row> rows) implements Arg {
      public Rows {
        rows = List.copyOf(rows);
      }
    }

    record Labels(List<String> paths) implements Arg {
      public Labels {
        paths = List.copyOf(paths);
      }
    }

    /** The name of a language, by its tag. */
    record Language(String tag) implements Arg {}

    record Languages(List<String> tags) implements Arg {
      public Languages {
        tags = List.copyOf(tags);
      }
    }

    /** Fields of which one is meant. */
    record AnyOf(List<String> paths) implements Arg {
      public AnyOf {
        paths = List.copyOf(paths);
      }
    }

    record Value(String path, @Nullable FieldValue value) implements Arg {}

    /** The labels of what a choice offers. */
    record Options(String path) implements Arg {}

    /**
     * @param bare whether the row they are of was named already
     */
    record Items(List<Value> items, boolean bare) implements Arg {
      public Items {
        items = List.copyOf(items);
      }

      public Items(List<Value> items) {
        this(items, false);
      }
    }
  }
}
