package rapport.conversation.understanding.embedded;

import rapport.conversation.flow.Field;
import rapport.conversation.value.Finder;
import rapport.conversation.value.Found;
import rapport.conversation.value.Passage;
import rapport.conversation.value.Tokens;

/** Knows what the questions of a flow ask for. */
final class Questions {

  private final Reading reading;

  Questions(Reading reading) {
    this.reading = reading;
  }

  /** Whether "yes" answers the question: "Do they want references?", not "this or that?". */
  boolean yesOrNo(Field field) {
    var texts = reading.texts(field);
    if (texts == null) {
      return false;
    }
    var ask = Tokens.of(texts.ask());
    var either = false;
    for (var at = 0; at < ask.size(); at++) {
      either |= reading.language().has("alternatives", ask, at);
    }
    return !either && reading.language().has("yes_no_questions", ask, first(ask));
  }

  /** Where the words begin: after the sign that opens a question in Spanish. */
  private static int first(Tokens ask) {
    return ask.is(0, "¿") ? 1 : 0;
  }

  /** Whether "very much" answers the question: "How much do they care?". */
  boolean degree(Field field) {
    var texts = reading.texts(field);
    if (texts == null) {
      return false;
    }
    var ask = Tokens.of(texts.ask());
    return reading.language().length("degree_questions", ask, first(ask), ask.size()) > 0;
  }

  /**
   * Whether a value of this kind may be an open question's whole answer, as in its own examples.
   */
  boolean takes(Field field, Found.Kind kind) {
    var texts = reading.texts(field);
    if (texts == null) {
      return true;
    }
    var examples = texts.help() + "\n" + (texts.placeholder() == null ? "" : texts.placeholder());
    var passage = Passage.of(examples, reading.passage().wording());
    return Finder.ALL.stream()
        .flatMap(finder -> finder.find(passage).stream())
        .anyMatch(found -> found.kind() == kind);
  }
}
