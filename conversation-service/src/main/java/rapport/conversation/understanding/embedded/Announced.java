package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Reply.Given;

/**
 * Understands a value of the field that the words before it name and "it" stands for: "I looked up
 * the revenue. It's about 12 million", "her age? It's 37".
 */
final class Announced {

  private static final Set<FieldType> MEASURED =
      EnumSet.of(FieldType.AGE, FieldType.MONEY, FieldType.COUNT, FieldType.DURATION);

  /** More words than these tell something themselves. */
  private static final int MOST_WORDS = 8;

  /** The "somewhere around" of "it's somewhere around 40". */
  private static final int MOST_BEFORE = 3;

  private final Reading reading;
  private final List<Candidate> candidates;
  private final Scores scores;
  private final Written written;

  Announced(Reading reading, List<Candidate> candidates, Scores scores, Written written) {
    this.reading = reading;
    this.candidates = candidates;
    this.scores = scores;
    this.written = written;
  }

  void read() {
    var clauses = clauses();
    for (var at = 0; at + 1 < clauses.size(); at++) {
      var naming = clauses.get(at);
      var telling = clauses.get(at + 1);
      named(naming)
          .flatMap(field -> told(field, telling))
          .ifPresent(score -> {
            var given =
                new Given(score.value(), score.candidate().span(), Confidence.TYPED_AND_NAMED);
            written.renew(score.field(), given, Confidence.TYPED_AND_NAMED);
            written.use(new Span(naming.from(), score.candidate().span().to()));
          });
    }
  }

  /** The clauses of the message; a colon ends one, too. */
  private List<Span> clauses() {
    var clauses = new ArrayList<Span>();
    for (var clause : reading.message().clauses()) {
      var from = clause.from();
      for (var at = from + 1; at + 1 < clause.to(); at++) {
        if (reading.tokens().is(at, ":")) {
          clauses.add(new Span(from, at));
          from = at + 1;
        }
      }
      clauses.add(new Span(from, clause.to()));
    }
    return clauses;
  }

  /** The only field some words name, when they tell no value themselves. */
  private Optional<Field> named(Span words) {
    var cues = reading.cues().stream().filter(cue -> words.contains(cue.span())).toList();
    var tells = candidates.stream().anyMatch(one -> words.overlaps(one.span()));
    if (cues.size() != 1 || tells || words.size() > MOST_WORDS || written.used(words)) {
      return Optional.empty();
    }
    return cues.getFirst().paths().stream()
        .flatMap(path -> Optional.ofNullable(reading.fields().get(path)).stream())
        .filter(field -> MEASURED.contains(field.type()) && !written.has(field))
        .max(Comparator.comparing(reading::asked));
  }

  /** The value "it's about 40" tells for a field. */
  private Optional<Scores.Score> told(Field field, Span words) {
    var opened = new Cursor(reading, words).skip("joints").skip("answer_openers");
    if (!opened.take("refers")
        || reading.cues().stream().anyMatch(cue -> others(cue, words, field))) {
      return Optional.empty();
    }
    var value = opened.rest();
    return candidates.stream()
        .filter(one -> value.contains(one.span()) && !written.used(one.span()))
        .filter(one -> one.span().from() <= value.from() + MOST_BEFORE)
        .flatMap(one -> scores.score(field, one).stream())
        .max(Comparator.comparingDouble(Scores.Score::score));
  }

  private static boolean others(Reading.Cue cue, Span words, Field field) {
    return words.contains(cue.span()) && !cue.paths().contains(field.path());
  }
}
