package rapport.conversation.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.value.Amount.Bound;

/** Lengths of time: "two to three weeks" is {@code 2-3 weeks}, "a year" is {@code 1 year}. */
public final class DurationFinder implements Finder {

  /** A length of time before its canonical text is made. */
  private record Length(Amount amount, String unit, int from, int to) {
    String canonical() {
      return amount.number() + " " + (amount.singular() ? unit : unit + "s");
    }
  }

  @Override
  public List<Found> find(Passage passage) {
    var lengths = new ArrayList<Length>();
    for (var amount : passage.amounts()) {
      var length = counted(passage, amount);
      if (length != null) {
        lengths.add(length);
      }
    }
    lengths.addAll(articles(passage, ends(passage, lengths)));
    lengths.sort((a, b) -> Integer.compare(a.from(), b.from()));
    return merged(passage, lengths);
  }

  /** "2 weeks", "3-month", "10+ years", "2.5yrs"; "6 months old" and "42 years old" are ages. */
  private static @Nullable Length counted(Passage passage, Amount amount) {
    var tokens = passage.tokens();
    var unitAt = tokens.is(amount.to(), "-") ? amount.to() + 1 : amount.to();
    var unit = passage.wording().durations().get(tokens.get(unitAt).lower());
    var age = tokens.phrase(unitAt, passage.wording().ageUnits()) > 0;
    return unit == null || age || amount.currency() != null
        ? null
        : new Length(amount, unit, amount.from(), unitAt + 1);
  }

  /** "a year", "half a year"; but not the "a year" of "$90k a year" or "twice a year". */
  private static List<Length> articles(Passage passage, Set<Integer> counted) {
    var tokens = passage.tokens();
    var wording = passage.wording();
    var lengths = new ArrayList<Length>();
    for (var at = 0; at < tokens.size(); at++) {
      var unit = wording.durations().get(tokens.get(at + 1).lower());
      if (unit == null || !wording.articles().contains(tokens.get(at).lower())) {
        continue;
      }
      if (tokens.is(at - 1, "half")) {
        lengths.add(half(unit, at));
      } else if (!rate(passage, counted, at)) {
        var one = new Amount(BigDecimal.ONE, null, Bound.EXACT, null, at, at + 1);
        lengths.add(new Length(one, unit, at, at + 2));
      }
    }
    return lengths;
  }

  private static Length half(String unit, int at) {
    var months = unit.equals("year");
    var number = months ? BigDecimal.valueOf(6) : new BigDecimal("0.5");
    var amount = new Amount(number, null, Bound.EXACT, null, at - 1, at);
    return new Length(amount, months ? "month" : unit, at - 1, at + 2);
  }

  private static boolean rate(Passage passage, Set<Integer> counted, int at) {
    var before = passage.tokens().get(at - 1).lower();
    return before.equals("once")
        || before.equals("twice")
        || before.equals("times")
        || counted.contains(at);
  }

  /** Where an amount or a length of time has just been said. */
  private static Set<Integer> ends(Passage passage, List<Length> lengths) {
    var ends = new HashSet<Integer>();
    passage.amounts().forEach(amount -> ends.add(amount.to()));
    lengths.forEach(length -> ends.add(length.to()));
    return ends;
  }

  /** Joins "2 weeks to 3 months" and "three weeks to four weeks" to one length each. */
  private static List<Found> merged(Passage passage, List<Length> lengths) {
    var found = new ArrayList<Found>();
    for (var i = 0; i < lengths.size(); i++) {
      var length = lengths.get(i);
      var canonical = length.canonical();
      var to = length.to();
      if (i + 1 < lengths.size() && joined(passage, length, lengths.get(i + 1))) {
        var next = lengths.get(++i);
        canonical =
            length.unit().equals(next.unit())
                ? length.amount().number() + "-" + next.canonical()
                : canonical + " to " + next.canonical();
        to = next.to();
      }
      found.add(
          new Found(
              Found.Kind.DURATION,
              FieldValue.text(canonical),
              passage.start(length.from()),
              passage.end(to)));
    }
    return found;
  }

  private static boolean joined(Passage passage, Length length, Length next) {
    return next.from() == length.to() + 1
        && passage.wording().joints().contains(passage.tokens().get(length.to()).lower())
        && length.amount().high() == null
        && next.amount().high() == null;
  }
}
