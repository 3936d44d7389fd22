package rapport.conversation.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.value.Amount.Bound;
import rapport.conversation.value.TimeWords.Several;
import rapport.conversation.value.TimeWords.Unit;

/** Lengths of time: "two to three weeks" is {@code 2-3 weeks}, "a year" is {@code 1 year}. */
public final class DurationFinder implements Finder {

  /** What units are made of. */
  private static final Map<Unit, Several> PARTS =
      Map.of(
          Unit.YEAR, new Several(12, Unit.MONTH),
          Unit.WEEK, new Several(7, Unit.DAY),
          Unit.DAY, new Several(24, Unit.HOUR),
          Unit.HOUR, new Several(60, Unit.MINUTE));

  /** A length of time before its canonical text is made. */
  private record Length(Amount amount, Unit unit, int from, int to) {

    /** "Two decades" are twenty years. */
    static Length of(Amount amount, Several measure, int from, int to) {
      return new Length(amount.times(measure.number()), measure.unit(), from, to);
    }

    String canonical(Wording wording) {
      return wording.times().write(unit, amount, wording.notation().write(amount.number()));
    }

    /** From this to a longer one in the same unit. */
    Length until(Length longer) {
      var low = amount.low().min(longer.amount.low());
      var high = amount.low().max(longer.amount.low());
      var both = new Amount(low, high, Bound.EXACT, null, from, longer.amount.to());
      return new Length(both, unit, from, longer.to);
    }

    /** "1 year 2 months" in months; null when one is no multiple of the other. */
    @Nullable Length with(Length rest) {
      var parts = PARTS.get(unit);
      if (parts == null || parts.unit() != rest.unit) {
        return null;
      }
      var number = amount.low().multiply(BigDecimal.valueOf(parts.number())).add(rest.amount.low());
      var all = new Amount(number, null, Bound.EXACT, null, from, rest.amount.to());
      return new Length(all, rest.unit, from, rest.to);
    }

    boolean exact() {
      return amount.high() == null && amount.bound() == Bound.EXACT;
    }

    Length upTo(Amount more) {
      var both = new Amount(amount.low(), more.low(), Bound.EXACT, null, from, amount.to());
      return new Length(both, unit, from, more.to());
    }

    Length orMore(int words) {
      var least = new Amount(amount.low(), null, Bound.AT_LEAST, null, from, amount.to());
      return new Length(least, unit, from, to + words);
    }

    Length andHalf(int end) {
      var half = new BigDecimal("0.5");
      var more = new Amount(amount.low().add(half), null, Bound.EXACT, null, from, amount.to());
      return new Length(more, unit, from, end);
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
    lengths.addAll(articles(passage, lengths));
    lengths.sort((a, b) -> Integer.compare(a.from(), b.from()));
    lengths.replaceAll(length -> andHalf(passage, orMore(passage, length)));
    return merged(passage, summed(passage, lengths));
  }

  /** "1 year 1 month", "two years and three months". */
  private static List<Length> summed(Passage passage, List<Length> lengths) {
    var summed = new ArrayList<Length>();
    for (var length : lengths) {
      var before = summed.isEmpty() ? null : summed.getLast();
      var sum =
          before != null && before.exact() && length.exact() && follows(passage, before, length)
              ? before.with(length)
              : null;
      if (sum == null) {
        summed.add(length);
      } else {
        summed.set(summed.size() - 1, sum);
      }
    }
    return summed;
  }

  /** The "and" of "between ten days and a month"; null when nothing opens a range. */
  private static @Nullable String opened(Passage passage, Length first) {
    var before = passage.tokens().get(first.from() - 1).lower();
    return passage.wording().ranges().openers().get(before);
  }

  private static boolean follows(Passage passage, Length first, Length next) {
    var between = passage.tokens().get(first.to()).lower();
    if (between.equals(opened(passage, first))) {
      return false;
    }
    return next.from() == first.to()
        || (next.from() == first.to() + 1 && passage.wording().numbers().ands().contains(between));
  }

  /** "a week or two". */
  private static Length orMore(Passage passage, Length length) {
    var tokens = passage.tokens();
    var either = passage.wording().ranges().ors().contains(tokens.get(length.to()).lower());
    if (!either || !length.exact()) {
      return length;
    }
    return passage.amounts().stream()
        .filter(more -> more.from() == length.to() + 1)
        .filter(more -> more.currency() == null && unit(passage, more.to()) == null)
        .filter(more -> more.value() instanceof FieldValue.Num && wordAt(tokens, more.from()))
        .filter(more -> more.low().compareTo(length.amount().low()) > 0)
        .findFirst()
        .map(more -> length.upTo(more))
        .orElse(length);
  }

  /** In digits it may count something else: "a week or 2 demos". */
  private static boolean wordAt(Tokens tokens, int at) {
    return tokens.get(at).kind() == Token.Kind.WORD;
  }

  /** "a year and a half". */
  private static Length andHalf(Passage passage, Length length) {
    var numbers = passage.wording().numbers();
    var tokens = passage.tokens();
    var at = length.to() + 1;
    var halfAt = numbers.articles().contains(tokens.get(at).lower()) ? at + 1 : at;
    var half =
        numbers.ands().contains(tokens.get(length.to()).lower())
            && numbers.halves().contains(tokens.get(halfAt).lower())
            && unit(passage, halfAt + 1) == null;
    return half && length.amount().value() instanceof FieldValue.Num
        ? length.andHalf(halfAt + 1)
        : length;
  }

  /** "2 weeks", "3-month", "10+ years", "2.5yrs"; "6 months old" and "42 years old" are ages. */
  private static @Nullable Length counted(Passage passage, Amount amount) {
    var tokens = passage.tokens();
    var unitAt = tokens.is(amount.to(), "-") ? amount.to() + 1 : amount.to();
    var unit = unit(passage, unitAt);
    var age = tokens.phrase(unitAt, passage.wording().ages().units()) > 0;
    return unit == null || age || amount.currency() != null
        ? null
        : limited(passage, Length.of(amount, unit, amount.from(), unitAt + 1));
  }

  /** "60 years or more"; the "plus" of "2 weeks plus a pilot" adds something else. */
  private static Length limited(Passage passage, Length length) {
    var more = passage.tokens().phrase(length.to(), passage.wording().ranges().orMore());
    return more > 1 && length.exact() ? length.orMore(more) : length;
  }

  /** "a year", "half a year"; but not the "a year" of "$90k a year" or "twice a year". */
  private static List<Length> articles(Passage passage, List<Length> counted) {
    var tokens = passage.tokens();
    var ends = ends(passage, counted);
    var inside = new BitSet();
    counted.forEach(length -> inside.set(length.from(), length.to()));
    var lengths = new ArrayList<Length>();
    for (var at = 0; at < tokens.size(); at++) {
      var half = inside.get(at) ? null : half(passage, at);
      if (half != null) {
        lengths.add(half);
        at = half.to() - 1;
        continue;
      }
      var one = inside.get(at) || rate(passage, ends, at) ? null : one(passage, at);
      if (one != null) {
        lengths.add(one);
      }
    }
    return lengths;
  }

  /** "a year", or "سنة", where nothing stands for the article. */
  private static @Nullable Length one(Passage passage, int at) {
    var tokens = passage.tokens();
    var unitAt =
        passage.wording().numbers().articles().contains(tokens.get(at).lower()) ? at + 1 : at;
    var unit = unit(passage, unitAt);
    var alone = unitAt > at || (passage.wording().times().alone() && indefinite(tokens, at));
    if (unit == null || !alone) {
      return null;
    }
    var one = new Amount(BigDecimal.ONE, null, Bound.EXACT, null, at, unitAt);
    return Length.of(one, unit, at, unitAt + 1);
  }

  /** "A month" and not "the month", "month 3" or "every month". */
  private static boolean indefinite(Tokens tokens, int at) {
    return !ArabicLetters.definite(tokens.slice(at, at + 1))
        && tokens.get(at + 1).kind() != Token.Kind.NUMBER;
  }

  /** "half a year", or "ein halbes Jahr". */
  private static @Nullable Length half(Passage passage, int from) {
    var numbers = passage.wording().numbers();
    var tokens = passage.tokens();
    var article = numbers.articles().contains(tokens.get(from).lower());
    if (!numbers.halves().contains(tokens.get(article ? from + 1 : from).lower())) {
      return null;
    }
    var after = article ? from + 2 : from + 1;
    var unitAt =
        !article && numbers.articles().contains(tokens.get(after).lower()) ? after + 1 : after;
    var unit = unit(passage, unitAt);
    if (unit == null) {
      return null;
    }
    var months = unit.equals(new Several(1, Unit.YEAR));
    var number = months ? BigDecimal.valueOf(6) : new BigDecimal("0.5");
    var amount = new Amount(number, null, Bound.EXACT, null, from, unitAt);
    return Length.of(amount, months ? new Several(1, Unit.MONTH) : unit, from, unitAt + 1);
  }

  private static @Nullable Several unit(Passage passage, int at) {
    return passage.wording().times().measure(passage.tokens().get(at).lower());
  }

  private static boolean rate(Passage passage, Set<Integer> ends, int at) {
    return passage.wording().times().rates().contains(passage.tokens().get(at - 1).lower())
        || ends.contains(at);
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
    var wording = passage.wording();
    var found = new ArrayList<Found>();
    for (var i = 0; i < lengths.size(); i++) {
      var length = lengths.get(i);
      var canonical = length.canonical(wording);
      var to = length.to();
      if (i + 1 < lengths.size() && joined(passage, length, lengths.get(i + 1))) {
        var next = lengths.get(++i);
        canonical =
            length.unit() == next.unit()
                ? length.until(next).canonical(wording)
                : canonical + " " + wording.times().to() + " " + next.canonical(wording);
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
    var joint = passage.tokens().get(length.to()).lower();
    return next.from() == length.to() + 1
        && (joint.equals(opened(passage, length))
            || passage.wording().ranges().joints().contains(joint))
        && length.amount().high() == null
        && next.amount().high() == null;
  }
}
