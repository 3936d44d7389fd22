package rapport.conversation.understanding.embedded;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Passage;

/**
 * Understands "sorry, not 45 to 60, 40 to 55", also when no field holds the range that was wrong,
 * because it was told in other words: only one field may hold such a range, or the person is asked.
 */
final class RangeCorrections {

  private static final Pattern RANGE = Pattern.compile("\\d+-\\d+");
  private static final BigDecimal YOUNGEST = BigDecimal.valueOf(14);
  private static final BigDecimal OLDEST = BigDecimal.valueOf(99);

  private final Reading reading;
  private final Written written;

  RangeCorrections(Reading reading, Written written) {
    this.reading = reading;
    this.written = written;
  }

  /** Handles a sentence if it is one; tells whether it was. */
  boolean read(Span sentence) {
    var language = reading.language();
    var tokens = reading.tokens();
    var led = language.afterOpeners("corrections", tokens, sentence);
    var linked = language.afterOpeners("correction_links", tokens, led);
    // The Spanish "no" also begins a correction.
    var taken =
        led.from() - 1 > sentence.from() && language.has("negations", tokens, led.from() - 1);
    var opened = taken ? new Span(led.from() - 1, led.to()) : linked;
    if (led.from() == sentence.from() || !language.has("negations", tokens, opened.from())) {
      return false;
    }
    for (var at = opened.from() + 2; at + 1 < opened.to(); at++) {
      if (tokens.is(at, ",") || language.has("buts", tokens, at)) {
        var old = new Span(opened.from() + 1, at);
        var rest = new Span(at + 1, opened.to());
        var value = language.afterOpeners("correction_links", tokens, rest);
        var said = language.beforeClosers("closers", tokens, value);
        var wrong = range(old);
        return wrong.isPresent()
            && range(said).filter(range -> replace(sentence, said, wrong.get(), range)).isPresent();
      }
    }
    return false;
  }

  /** Two numbers and nothing else; nobody says what they count. */
  private Optional<FieldValue> range(Span words) {
    var passage = Passage.of(reading.quote(words), reading.names().wording());
    return passage.amounts().stream()
        .filter(amount -> amount.from() == 0 && amount.to() == passage.tokens().size())
        .filter(amount -> amount.currency() == null)
        .<FieldValue>map(amount -> amount.value())
        .filter(value -> RANGE.matcher(value.display()).matches())
        .findFirst();
  }

  private boolean replace(Span sentence, Span said, FieldValue wrong, FieldValue range) {
    var meant = reading.fields().values().stream().filter(field -> takes(field, range)).toList();
    var likely =
        Stream.<Predicate<Field>>of(
                field -> holds(field, wrong), reading::filled, reading::asked, _ -> true)
            .map(test -> meant.stream().filter(test).toList())
            .filter(fields -> !fields.isEmpty())
            .findFirst()
            .orElse(List.of());
    var fills = likely.stream().flatMap(field -> fill(field, said, range).stream()).toList();
    if (fills.size() == 1) {
      var field = Objects.requireNonNull(reading.fields().get(fills.getFirst().path()));
      var value = fills.getFirst().value();
      written.correct(field, new Given(value, said, Confidence.TYPED), Confidence.TYPED);
    } else if (!fills.isEmpty()) {
      written.add(new Act.Unsure(List.copyOf(fills), reading.quote(said)), said);
    }
    if (!fills.isEmpty()) {
      written.use(sentence);
    }
    return !fills.isEmpty();
  }

  private boolean holds(Field field, FieldValue wrong) {
    var value = reading.utterance().values().get(field.path());
    return value != null && value.display().equals(wrong.display());
  }

  private boolean takes(Field field, FieldValue range) {
    return switch (field.type()) {
      case FieldType.AGE ->
          Stream.of(range.display().split("-", -1))
              .map(BigDecimal::new)
              .allMatch(end -> end.compareTo(YOUNGEST) >= 0 && end.compareTo(OLDEST) <= 0);
      case FieldType.COUNT -> !reading.words(field).is(FieldWords.Kind.HOUSEHOLD);
      default -> false;
    };
  }

  private Optional<Act.Fill> fill(Field field, Span said, FieldValue range) {
    return reading.check(field, range) instanceof Answer.Accepted(var value)
        ? Optional.of(new Act.Fill(field.path(), value, reading.quote(said), Confidence.UNCLEAR))
        : Optional.empty();
  }
}
