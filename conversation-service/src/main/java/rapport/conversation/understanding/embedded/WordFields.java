package rapport.conversation.understanding.embedded;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.FieldWords.Kind;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.value.Answer;

/** The fields whose words a language knows, those asked first, and what is given to them. */
final class WordFields {

  private final Reading reading;
  private final Written written;
  private final List<Field> fields;

  WordFields(Reading reading, Written written) {
    this.reading = reading;
    this.written = written;
    this.fields =
        reading.fields().values().stream()
            .filter(field -> takesWords(field) && reading.language().knows(field.path()))
            .sorted(
                Comparator.comparing((Field field) -> !reading.asked(field))
                    .thenComparing(field -> !besideAsked(field)))
            .toList();
  }

  private boolean takesWords(Field field) {
    return (field.type().freeText() && field.type() != FieldType.RICHTEXT)
        || (field.type() == FieldType.TAGS && !reading.words(field).leads().empty());
  }

  /**
   * "She's a student" is an occupation among demographics and a job title among the first facts.
   */
  private boolean besideAsked(Field field) {
    return reading.head().filter(head -> section(head).equals(section(field))).isPresent();
  }

  private static String section(Field field) {
    return field.path().substring(0, Math.max(0, field.path().lastIndexOf('.')));
  }

  /** Those of a kind. */
  Stream<Field> of(Kind kind) {
    return fields.stream().filter(field -> reading.words(field).is(kind));
  }

  /** The first of a kind that this message has given nothing, and that holds nothing. */
  Optional<Field> empty(Kind kind) {
    return of(kind).filter(field -> !reading.filled(field) && !written.has(field)).findFirst();
  }

  /** Whether another field is led to by the words that begin here. */
  boolean leads(Field besides, int at, int to) {
    return fields.stream()
        .filter(other -> !other.equals(besides))
        .anyMatch(other -> reading.words(other).leads().length(reading.tokens(), at, to) > 0);
  }

  /** Whether the field asked first is of a kind. */
  boolean headIs(Kind kind) {
    return reading.head().filter(head -> reading.words(head).is(kind)).isPresent();
  }

  /** Gives every field of a kind that has nothing yet what the rule finds for it. */
  void each(Kind kind, Function<Field, Optional<Given>> rule) {
    each((field, words) -> words.is(kind) ? rule.apply(field) : Optional.empty());
  }

  /** Gives every field that has nothing yet what the rule finds for it. */
  void each(BiFunction<Field, FieldWords, Optional<Given>> rule) {
    for (var field : fields) {
      if (!written.has(field)) {
        rule.apply(field, reading.words(field)).ifPresent(given -> fill(field, given));
      }
    }
  }

  void fill(Field field, Given given) {
    var asked = reading.asked(field);
    written.fill(
        field,
        given,
        asked ? Math.max(given.confidence(), Confidence.TYPED_AND_ASKED) : given.confidence());
  }

  /** Some words as the value of a field, if it takes them. */
  Optional<Given> quoted(Field field, Span words) {
    return given(field, reading.quote(words), words, Confidence.RECOGNISED);
  }

  /** A value of a field, if it takes it. */
  Optional<Given> given(Field field, String value, Span quote, double confidence) {
    return switch (reading.check(field, FieldValue.text(value))) {
      case Answer.Accepted(var accepted) -> Optional.of(new Given(accepted, quote, confidence));
      case Answer.Refused _ -> Optional.empty();
    };
  }
}
