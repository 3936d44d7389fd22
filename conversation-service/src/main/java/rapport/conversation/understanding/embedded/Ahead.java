package rapport.conversation.understanding.embedded;

import java.util.List;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.understanding.embedded.FieldWords.Kind;
import rapport.conversation.understanding.embedded.Reply.Given;

/** Understands choices made before they are offered: "use the standard stages". */
final class Ahead {

  private final Reading reading;
  private final Written written;

  Ahead(Reading reading, Written written) {
    this.reading = reading;
    this.written = written;
  }

  /** Whether a choice that was not asked may be made now. */
  boolean taken(Field field) {
    var words = reading.words(field);
    return !reading.filled(field)
        && (words.is(Kind.AHEAD) || (words.is(Kind.AT_LAST) && nothingMissing()));
  }

  private boolean nothingMissing() {
    return reading.fields().values().stream()
        .noneMatch(field -> field.required() && !reading.filled(field) && !written.has(field));
  }

  /** Makes the choice if one of these clauses, as a whole, is one of its options. */
  void choice(Field field, List<Span> clauses) {
    for (var clause : clauses) {
      var bare =
          new Cursor(reading, clause)
              .skip("joints")
              .skip("row_then")
              .skip("openers")
              .skipLast("closers")
              .rest();
      var choices = new Choices(reading, field);
      choices
          .whole(clause)
          .or(() -> choices.whole(bare))
          .filter(_ -> !written.has(field))
          .ifPresent(picked -> {
            var given =
                new Given(FieldValue.text(picked.option()), clause, Confidence.TYPED_AND_NAMED);
            written.fill(field, given, Confidence.TYPED_AND_NAMED);
          });
    }
  }
}
