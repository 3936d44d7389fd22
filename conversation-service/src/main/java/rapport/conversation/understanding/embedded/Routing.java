package rapport.conversation.understanding.embedded;

import java.util.List;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Message.Sentence;
import rapport.conversation.understanding.embedded.Reply.Given;

/**
 * Gives sentences that are not about the question to the field they are about: asked how somebody
 * decides, "By committee. They are really afraid of risk" says two things.
 */
final class Routing {

  /** The first sentences of a message; embedding costs some milliseconds for each. */
  private static final int MOST_SENTENCES = 4;

  private static final int FEW_WORDS = 3;

  private final Reading reading;
  private final Answering answering;
  private final Written written;
  private final Meanings meanings;

  Routing(Reading reading, Answering answering, Written written, Meanings meanings) {
    this.reading = reading;
    this.answering = answering;
    this.written = written;
    this.meanings = meanings;
  }

  void read() {
    var head =
        reading.head().filter(field -> field.type() == FieldType.TEXT && !written.has(field));
    if (head.isEmpty()) {
      return;
    }
    var sentences = reading.message().sentences();
    for (var at = 0; at < Math.min(sentences.size(), MOST_SENTENCES); at++) {
      var sentence = sentences.get(at);
      if (open(sentence)) {
        route(sentence.span(), head.get(), at == 0);
      }
    }
  }

  private boolean open(Sentence sentence) {
    return !sentence.question()
        && sentence.span().size() >= FEW_WORDS
        && !written.used(sentence.span());
  }

  private void route(Span sentence, Field head, boolean first) {
    meanings
        .field(reading.quote(sentence), head, first, others(head))
        .ifPresent(other -> {
          var words = reading.language().afterOpeners("clause_leads", reading.tokens(), sentence);
          if (answering.read(other, words) instanceof Given given) {
            written.fill(other, given, Confidence.RECOGNISED);
            written.use(sentence);
          }
        });
  }

  /** Empty fields that take a story. */
  private List<Field> others(Field head) {
    return reading.fields().values().stream()
        .filter(field -> field.type() == FieldType.TEXT && !field.equals(head))
        .filter(field -> field.row().isEmpty() && !field.control())
        .filter(field -> !reading.filled(field) && !written.has(field))
        .toList();
  }
}
