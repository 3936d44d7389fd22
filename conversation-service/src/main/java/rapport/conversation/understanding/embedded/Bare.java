package rapport.conversation.understanding.embedded;

import java.math.BigDecimal;
import java.util.List;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.understanding.embedded.Scores.Score;
import rapport.conversation.value.Found;

/**
 * Understands a message that is one value and nothing else, when the question that was asked takes
 * no such value: it is for the only field that does, and if there are several, that is asked.
 */
final class Bare {

  /** Nobody reads through more fields than these. */
  private static final int MOST = 3;

  /** No sum of money is told with a number below this, when nothing says that it is one. */
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private final Reading reading;
  private final Scores scores;
  private final Written written;

  Bare(Reading reading, Scores scores, Written written) {
    this.reading = reading;
    this.scores = scores;
    this.written = written;
  }

  void read(List<Span> open) {
    var head = reading.head().filter(field -> !written.has(field));
    if (head.isEmpty() || written.anyField() || open.size() != 1) {
      return;
    }
    var span = open.getFirst();
    var values =
        scores.all().stream().filter(score -> whole(score.candidate(), span, head.get())).toList();
    if (values.isEmpty() || takes(head.get(), values)) {
      return;
    }
    var fields = values.stream().filter(this::counted).toList();
    if (fields.isEmpty()) {
      return;
    }
    var plain = fields.getFirst().candidate().kind() == Found.Kind.NUMBER;
    if (fields.size() == 1 && !plain) {
      var score = fields.getFirst();
      var given = new Given(score.value(), score.candidate().span(), Confidence.LEFT_OVER);
      written.fill(score.field(), given, Confidence.LEFT_OVER);
    } else {
      written.add(new Act.Unsure(fills(fields), reading.quote(span)), span);
    }
    written.use(span);
  }

  private List<Act.Fill> fills(List<Score> fields) {
    return fields.stream()
        .limit(MOST)
        .map(score ->
            new Act.Fill(
                score.field().path(),
                score.value(),
                reading.quote(score.candidate().span()),
                Confidence.UNCLEAR))
        .toList();
  }

  private boolean takes(Field head, List<Score> values) {
    var kind = values.getFirst().candidate().kind();
    return values.stream().anyMatch(score -> score.field().equals(head))
        || (head.type().freeText()
            && kind != Found.Kind.NUMBER
            && new Questions(reading).takes(head, kind));
  }

  /** Whether an empty field counts such things: "people" is a word of its cues. */
  private boolean counted(Score score) {
    var unit = score.candidate().unit();
    var texts = reading.texts(score.field());
    return !reading.filled(score.field())
        && likely(score)
        && (unit.isEmpty()
            || (texts != null
                && texts.cues().stream().anyMatch(cue -> Pattern.tokens(cue).contains(unit))));
  }

  /** Whether a plain number is of a size that the field may have. */
  private static boolean likely(Score score) {
    return score.candidate().kind() != Found.Kind.NUMBER
        || score.field().type() != FieldType.MONEY
        || (score.candidate().value() instanceof FieldValue.Num(var number)
            && number.compareTo(THOUSAND) >= 0);
  }

  /** Whether a value with its unit is all there is, vague words aside. */
  private boolean whole(Candidate candidate, Span span, Field head) {
    var unit = candidate.unit().isEmpty() ? 0 : 1;
    var opened = reading.language().afterOpeners("answer_openers", reading.tokens(), span);
    var start = reading.language().afterOpeners("lead_ins", reading.tokens(), opened);
    return span.contains(candidate.span())
        && (candidate.kind() != Found.Kind.NUMBER || head.type() == FieldType.TEXT)
        && start.from() >= candidate.span().from()
        && candidate.span().to() + unit >= span.to();
  }
}
