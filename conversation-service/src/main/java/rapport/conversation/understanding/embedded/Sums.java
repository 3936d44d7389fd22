package rapport.conversation.understanding.embedded;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.value.Found.Kind;

/** Adds up what is counted in parts when a number was asked: "4 warehouses and 2 offices". */
final class Sums {

  private static final int MOST_LOCATING = 4;

  private final Reading reading;
  private final List<Candidate> candidates;

  Sums(Reading reading, List<Candidate> candidates) {
    this.reading = reading;
    this.candidates = candidates;
  }

  /** The candidates, with one in place of those that make up what was asked. */
  List<Candidate> all() {
    var asked = reading.head().filter(field -> field.type() == FieldType.COUNT);
    return asked.map(this::summed).orElse(candidates);
  }

  private List<Candidate> summed(Field asked) {
    var total = total(asked);
    if (total.isPresent()) {
      return List.of(total.get());
    }
    var parts = parts(asked);
    if (parts.size() < 2) {
      return candidates;
    }
    var sum = parts.stream().map(Sums::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    var last = parts.getLast();
    var all = new Span(parts.getFirst().span().from(), last.span().to());
    var left = new ArrayList<Candidate>();
    left.add(new Candidate(Kind.COUNT, new FieldValue.Num(sum), last.unit(), all));
    candidates.stream().filter(one -> !all.overlaps(one.span())).forEach(left::add);
    return left;
  }

  /** The "four" of "two adults and a child, or two children by now, so four". */
  private Optional<Candidate> total(Field asked) {
    var last = candidates.isEmpty() ? null : candidates.getLast();
    if (last == null || !(last.value() instanceof FieldValue.Num(var sum))) {
      return Optional.empty();
    }
    var parts =
        candidates.stream()
            .filter(one -> one.kind() == Kind.COUNT && one.value() instanceof FieldValue.Num)
            .filter(one -> one.span().to() <= last.span().from())
            .toList();
    var concluded =
        IntStream.rangeClosed(1, MOST_LOCATING)
            .filter(length -> length <= last.span().from())
            .anyMatch(length ->
                reading
                        .language()
                        .list("totals")
                        .whole(
                            reading.tokens(),
                            new Span(last.span().from() - length, last.span().from()),
                            Phrases.Names.NONE)
                    != null);
    return concluded
            && parts.size() >= (reading.words(asked).is(FieldWords.Kind.HOUSEHOLD) ? 1 : 2)
            && parts.stream().allMatch(one -> number(one).compareTo(sum) < 0)
        ? Optional.of(new Candidate(Kind.COUNT, last.value(), last.unit(), last.span()))
        : Optional.empty();
  }

  /** The first counts that follow one another, with no more than "and" between them. */
  private List<Candidate> parts(Field asked) {
    var parts = new ArrayList<Candidate>();
    for (var candidate : candidates) {
      var counts =
          (candidate.kind() == Kind.COUNT || (candidate.kind() == Kind.NUMBER && placed(candidate)))
              && part(asked, candidate);
      if (counts && (parts.isEmpty() || joined(parts.getLast(), candidate))) {
        parts.add(candidate);
      } else if (counts && parts.size() < 2) {
        parts.clear();
        parts.add(candidate);
      }
    }
    return parts;
  }

  /** A plain number of things that no other field counts. */
  private boolean part(Field asked, Candidate candidate) {
    var others =
        reading.cues().stream()
            .filter(cue ->
                candidate.span().overlaps(cue.span()) || cue.span().from() == candidate.span().to())
            .anyMatch(cue -> !cue.paths().contains(asked.path()));
    var counted = !candidate.unit().isEmpty() || inWords(asked, candidate) || placed(candidate);
    return candidate.value() instanceof FieldValue.Num && counted && !others;
  }

  /** The "5 in support" of "5 in support, 3 in sales"; those of a season are no others. */
  private boolean placed(Candidate candidate) {
    var at = candidate.span().to();
    return reading.language().has("place_leads", reading.tokens(), at)
        && reading.tokens().get(at + 1).word()
        && !reading.language().has("seasons", reading.tokens(), at + 1)
        && !reading.language().has("seasons", reading.tokens(), at + 2);
  }

  /** The "head office" of "one head office plus six branches". */
  private boolean inWords(Field asked, Candidate candidate) {
    return reading
            .words(asked)
            .values()
            .whole(reading.tokens(), candidate.span(), Phrases.Names.NONE)
        != null;
  }

  private boolean joined(Candidate first, Candidate next) {
    var from = first.span().to();
    var unit = reading.tokens().is(from, first.unit()) ? 1 : 0;
    var joint = new Span(from + unit, next.span().from());
    if (joint.empty()) {
      return true;
    }
    // "HQ in Munich plus 4 branches"
    var located =
        joint.size() <= MOST_LOCATING
            && reading.language().has("place_leads", reading.tokens(), joint.from());
    var last = joint.to() - 1;
    // "Eleven full timers and four temps"
    var employed =
        IntStream.range(joint.from(), joint.to() - 1)
            .allMatch(at -> reading.language().has("part_kinds", reading.tokens(), at));
    return (employed || located)
        && (reading.language().has("ands", reading.tokens(), last)
            || reading.language().has("pluses", reading.tokens(), last)
            || reading.tokens().is(last, ","));
  }

  private static BigDecimal number(Candidate candidate) {
    return candidate.value() instanceof FieldValue.Num(var number) ? number : BigDecimal.ZERO;
  }
}
