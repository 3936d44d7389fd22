package rapport.conversation.understanding.embedded;

import java.util.Optional;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.FieldWords.Kind;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.understanding.embedded.Reply.Given;

/** Understands how people end: "yes please, write the summary, and then we're done". */
final class FinalWords {

  private static final String YES = "yes";

  /** Longer messages say more than what is to come next. */
  private static final int FEW_WORDS = 8;

  private final Reading reading;
  private final Written written;

  FinalWords(Reading reading, Written written) {
    this.reading = reading;
    this.written = written;
  }

  /**
   * Handles a message that answers a question for yes or no and says what comes next, and nothing
   * else; whether it is one.
   */
  boolean read() {
    var head = reading.head().filter(field -> field.type() == FieldType.CONFIRM);
    if (head.isEmpty()) {
      return false;
    }
    var said = Optional.<Boolean>empty();
    var next = Optional.<Span>empty();
    for (var clause : reading.message().clauses()) {
      var answer = answer(head.get(), bare(clause));
      if (answer.isPresent()) {
        said = said.isPresent() ? said : answer;
      } else if (next.isEmpty() && choice(bare(clause)).isPresent()) {
        next = Optional.of(clause);
      } else {
        return false;
      }
    }
    return said.isPresent() && answered(head.get(), said.get(), next);
  }

  private boolean answered(Field head, boolean yes, Optional<Span> next) {
    var span = reading.message().clauses().getFirst();
    var given = new Given(new FieldValue.Flag(yes), span, Confidence.PICKED);
    written.fill(head, given, Confidence.PICKED);
    next.flatMap(clause -> choice(bare(clause)))
        .ifPresent(
            chosen -> written.fill(chosen.field(), chosen.given(), Confidence.TYPED_AND_NAMED));
    return true;
  }

  private Span bare(Span clause) {
    var bare = new Cursor(reading, clause).skip("joints").skip("row_then");
    return bare.skipLast("closers").rest();
  }

  private Optional<Boolean> answer(Field head, Span words) {
    var own = reading.words(head).values().whole(reading.tokens(), words, Names.NONE);
    if (own != null) {
      return Optional.of(own.meaning().equals(YES));
    }
    var command = reading.language().commands().whole(reading.tokens(), words, Names.NONE);
    if (command == null) {
      return Optional.empty();
    }
    return command.meaning() == Command.YES
        ? Optional.of(true)
        : command.meaning() == Command.NO ? Optional.of(false) : Optional.empty();
  }

  private record Chosen(Field field, Given given) {}

  private Optional<Chosen> choice(Span words) {
    var ahead = new Ahead(reading, written);
    return reading.fields().values().stream()
        .filter(field -> field.type() == FieldType.CHOICE && ahead.taken(field))
        .flatMap(field ->
            new Choices(reading, field)
                .whole(words).stream()
                    .map(picked ->
                        new Chosen(field, new Given(FieldValue.text(picked.option()), words, 1))))
        .findFirst();
  }

  /** What comes next, when that was asked: "no, another persona please". */
  Optional<Choices.Picked> next(Field asked) {
    if (!reading.words(asked).is(Kind.AT_LAST)) {
      return Optional.empty();
    }
    var bare =
        new Cursor(reading, reading.message().span())
            .skip("openers")
            .skip("plain_no")
            .skip("openers")
            .skipLast("closers")
            .rest();
    var choices = new Choices(reading, asked);
    var whole = choices.whole(bare);
    return whole.isPresent() || bare.size() > FEW_WORDS ? whole : choices.anywhere(bare);
  }
}
