package rapport.conversation.understanding.embedded;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.Condition;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Message.Sentence;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.understanding.embedded.Reply.Unfit;

/** Understands clauses that name their field: "their industry is logistics", "income: 90k". */
final class NamedClauses {

  private static final Set<FieldType> MEASURED =
      EnumSet.of(FieldType.AGE, FieldType.MONEY, FieldType.COUNT, FieldType.DURATION);

  private final Reading reading;
  private final List<Candidate> candidates;
  private final Answering answering;
  private final Written written;

  NamedClauses(Reading reading, List<Candidate> candidates, Answering answering, Written written) {
    this.reading = reading;
    this.candidates = candidates;
    this.answering = answering;
    this.written = written;
  }

  void read(Sentence sentence, boolean first) {
    for (var i = 0; i < sentence.clauses().size(); i++) {
      var clause = sentence.clauses().get(i);
      var topic = i + 1 < sentence.clauses().size() ? topic(clause) : null;
      if (topic != null && !written.used(clause)) {
        var next = sentence.clauses().get(i + 1);
        fill(sentence, i + 1, new Named(topic, next.from(), false));
        written.use(clause);
        i++;
        continue;
      }
      if (!written.used(clause)) {
        var index = i;
        named(clause, first && i == 0, i > 0).ifPresent(named -> fill(sentence, index, named));
      }
    }
  }

  /**
   * A field's name and where its value begins.
   *
   * @param explicit whether a colon or equals sign stands between them
   */
  private record Named(Field field, int from, boolean explicit) {}

  private Optional<Named> named(Span clause, boolean opensMessage, boolean continues) {
    var naming = Naming.at(reading, clause, reading.fields().keySet());
    if (naming == null) {
      return Optional.empty();
    }
    var explicit = naming.sign().equals(":") || naming.sign().equals("=");
    var determined = naming.determined();
    var field = best(naming.fields());
    // "Price is important to her" may just be how an answer to another question begins.
    var ambiguous =
        opensMessage && !explicit && !determined && !reading.asked(field) && asksForText();
    // "Tense, elections are coming" goes on with the answer.
    var goesOn =
        continues
            && !explicit
            && !determined
            && field.type() == FieldType.TEXT
            && reading.head().filter(field::equals).isPresent();
    var opinion =
        reading.words(field).is(FieldWords.Kind.POLARITY) && new Polarity(reading).begins(clause);
    return ambiguous || goesOn || opinion
        ? Optional.empty()
        : Optional.of(new Named(field, naming.to(), explicit));
  }

  /** The currency of "as for the currency, pounds". */
  private @Nullable Field topic(Span clause) {
    var match =
        reading
            .language()
            .list("topics")
            .whole(
                reading.tokens(), clause, reading.names().fieldsAmong(reading.fields().keySet()));
    return match == null || match.fields().size() != 1 ? null : best(match.fields());
  }

  private boolean asksForText() {
    return reading.head().map(field -> field.type().freeText()).orElse(false);
  }

  /** Of fields with the same name the one asked, then an empty one, then the more special one. */
  Field best(Set<String> paths) {
    return paths.stream()
        .map(path -> Objects.requireNonNull(reading.fields().get(path)))
        .max(
            Comparator.comparing(reading::asked)
                .thenComparing(field -> !reading.filled(field))
                .thenComparing(field -> !field.when().equals(Condition.always())))
        .orElseThrow();
  }

  private void fill(Sentence sentence, int index, Named named) {
    var to = sentence.clauses().get(index).to();
    if (named.field().type().freeText() || (!named.field().type().picked() && named.explicit())) {
      to = end(sentence, index);
    }
    var value = new Span(named.from(), to);
    switch (answering.read(named.field(), value)) {
      case Given given when !measured(named.field(), given) -> {}
      case Given given -> {
        var words = named.field().type().freeText();
        written.fill(named.field(), given, words ? Confidence.NAMED : Confidence.TYPED_AND_NAMED);
        // "Age is 52 and salary around 95k" goes on after its value.
        var end = words ? to : given.quote().to();
        written.use(new Span(sentence.clauses().get(index).from(), end));
      }
      case Unfit(var code) when reading.asked(named.field()) ->
          written.misfit(named.field(), code, value);
      case Unfit _, Reply.Nothing _ -> {}
    }
  }

  /** "Sites: the booking portal, the forum" counts none of them, unless that was asked. */
  private boolean measured(Field field, Given given) {
    return !MEASURED.contains(field.type())
        || reading.asked(field)
        || candidates.stream().anyMatch(one -> given.quote().contains(one.span()));
  }

  /** The end of the last clause that still belongs to the list "hiking, baking and gaming". */
  private int end(Sentence sentence, int index) {
    var clauses = sentence.clauses();
    var last = index;
    while (last + 1 < clauses.size() && continues(clauses.get(last + 1))) {
      last++;
    }
    return clauses.get(last).to();
  }

  /** The "office" of "dogs in the office" announces no number of them, when there is none. */
  private boolean announces(Reading.Cue cue, Span clause) {
    var measured =
        cue.paths().stream()
            .map(reading.fields()::get)
            .filter(Objects::nonNull)
            .allMatch(field -> MEASURED.contains(field.type()));
    return clause.contains(cue.span())
        && (!measured || candidates.stream().anyMatch(one -> clause.contains(one.span())));
  }

  private boolean continues(Span clause) {
    var tokens = reading.tokens();
    var announced = reading.cues().stream().anyMatch(cue -> announces(cue, clause));
    var subject =
        reading.language().length("clause_starts", tokens, clause.from(), clause.to()) > 0;
    var joined = reading.language().has("joints", tokens, clause.from());
    return !announced && !subject && !joined && !written.used(clause);
  }
}
