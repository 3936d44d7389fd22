package rapport.conversation.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rapport.conversation.value.Amount.Bound;
import rapport.conversation.value.Token.Kind;

/** Reads the amounts of a text: numbers and ranges, with their currency if there is one. */
final class Amounts {

  private static final BigDecimal FAR_APART = BigDecimal.valueOf(5);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal NINE = BigDecimal.valueOf(9);

  /** A sign, or "in" as English, German and Spanish have it. */
  private static final Set<String> BEFORE_CURRENCY = Set.of(",", "in", "en");

  private static final int MOST_BETWEEN = 2;

  private final Wording wording;
  private final RangeWords ranges;
  private final Numerals numerals;

  Amounts(Wording wording) {
    this.wording = wording;
    this.ranges = wording.ranges();
    this.numerals = new Numerals(wording);
  }

  /** One end of a range, with the currency written at it. */
  private record End(Numeral numeral, @Nullable String currency, int to) {}

  List<Amount> in(Tokens tokens) {
    var amounts = new ArrayList<Amount>();
    var at = 0;
    while (at < tokens.size()) {
      var amount = between(tokens, at(tokens, at));
      if (amount == null) {
        at++;
      } else {
        amounts.add(amount);
        at = amount.to();
      }
    }
    return amounts;
  }

  /** "More than 100 and less than 300". */
  private @Nullable Amount between(Tokens tokens, @Nullable Amount least) {
    if (least == null
        || least.bound() != Bound.AT_LEAST
        || !wording.numbers().ands().contains(tokens.get(least.to()).lower())) {
      return least;
    }
    var most = at(tokens, least.to() + 1);
    return most == null
            || most.bound() != Bound.BELOW
            || most.low().compareTo(least.low()) <= 0
            || !Objects.equals(most.currency(), least.currency())
        ? least
        : new Amount(
            least.low(), most.low(), Bound.EXACT, least.currency(), least.from(), most.to());
  }

  private @Nullable Amount at(Tokens tokens, int from) {
    var opened = ranges.openers().get(tokens.get(from).lower());
    if (opened != null) {
      var range = range(tokens, from, from + 1, opened);
      return range != null && range.high() != null ? range : null;
    }
    var least = tokens.phrase(from, ranges.atLeast());
    if (least > 0
        && !ranges.verbs().contains(tokens.get(from - 1).lower())
        && !shared(tokens, from, from + least)) {
      return limit(range(tokens, from, from + least, ""), Bound.AT_LEAST);
    }
    var below = tokens.phrase(from, ranges.below());
    if (below > 0) {
      return limit(range(tokens, from, from + below, ""), Bound.BELOW);
    }
    if (tokens.is(from, "<")) {
      return limit(range(tokens, from, from + 1, ""), Bound.BELOW);
    }
    if (tokens.is(from, ">")) {
      return limit(range(tokens, from, from + 1, ""), Bound.AT_LEAST);
    }
    return tokens.is(from, "-") && !tokens.touchesPrevious(from) && tokens.touchesPrevious(from + 1)
        ? negative(range(tokens, from, from + 1, ""))
        : range(tokens, from, from, "");
  }

  /** The "over" of "3k staff over 14 sites", which stands between two counts. */
  private static boolean shared(Tokens tokens, int from, int to) {
    var counted =
        tokens.get(from - 2).kind() == Kind.NUMBER
            || (tokens.get(from - 3).kind() == Kind.NUMBER && tokens.touchesPrevious(from - 2));
    return to == from + 1
        && counted
        && tokens.get(from - 1).word()
        && tokens.get(to).kind() == Kind.NUMBER
        && tokens.get(to + 1).word();
  }

  private static @Nullable Amount negative(@Nullable Amount amount) {
    return amount == null || amount.high() != null
        ? amount
        : new Amount(
            amount.low().negate(),
            null,
            amount.bound(),
            amount.currency(),
            amount.from(),
            amount.to());
  }

  private static @Nullable Amount limit(@Nullable Amount amount, Bound bound) {
    return amount == null || amount.high() != null || amount.bound() != Bound.EXACT
        ? amount
        : new Amount(amount.low(), null, bound, amount.currency(), amount.from(), amount.to());
  }

  private @Nullable Amount range(Tokens tokens, int from, int at, String opened) {
    var first = first(tokens, at);
    if (first == null) {
      return null;
    }
    var up = tokens.phrase(first.to(), ranges.upTo());
    var joint = tokens.get(first.to() + Math.max(0, up - 1)).lower();
    if (joint.equals(opened) || ranges.joints().contains(joint) || up > 0) {
      var second = end(tokens, afterAbout(tokens, first.to() + Math.max(1, up)));
      if (second != null && together(first, joint, second)) {
        return range(first, second, from);
      }
    }
    var somewhat = tokens.phrase(first.to(), ranges.somewhat());
    if (somewhat > 0 && tens(first.numeral().value())) {
      var low = first.numeral().value();
      return new Amount(
          low, low.add(NINE), Bound.EXACT, first.currency(), from, first.to() + somewhat);
    }
    var more = extra(tokens, first.to()) ? 0 : tokens.phrase(first.to(), ranges.orMore());
    return glued(tokens, first.to())
        ? null
        : new Amount(
            first.numeral().value(),
            null,
            more > 0 ? Bound.AT_LEAST : Bound.EXACT,
            first.currency(),
            from,
            first.to() + more);
  }

  /** The "plus bonus" or "plus a company car" of a sum says that there is more besides it. */
  private boolean extra(Tokens tokens, int plus) {
    return tokens.get(plus).word()
        && tokens.phrase(plus, ranges.orMore()) == 1
        && IntStream.rangeClosed(1, MOST_BETWEEN + 1)
            .takeWhile(ahead -> tokens.get(plus + ahead).word())
            .anyMatch(ahead -> ranges.extras().contains(tokens.get(plus + ahead).lower()));
  }

  /** "18 to about 25". */
  private int afterAbout(Tokens tokens, int at) {
    return tokens.get(at).word() && wording.about().contains(tokens.get(at).lower()) ? at + 1 : at;
  }

  /** Whether it is 20, 30 and so on to 90: "thirty-something" says less than "a hundred odd". */
  private static boolean tens(BigDecimal number) {
    return number.remainder(BigDecimal.TEN).signum() == 0
        && number.compareTo(BigDecimal.TEN) > 0
        && number.compareTo(HUNDRED) < 0;
  }

  /**
   * The lower end of a range; the article of "ein bis zwei" is one, by itself it counts nothing.
   */
  private @Nullable End first(Tokens tokens, int at) {
    var counts =
        wording.numbers().articles().contains(tokens.get(at).lower())
            && tokens.get(at + 1).word()
            && ranges.joints().contains(tokens.get(at + 1).lower());
    var second = counts ? end(tokens, at + 2) : null;
    return second == null || second.numeral().scaled()
        ? end(tokens, at)
        : new End(new Numeral(BigDecimal.ONE, BigDecimal.ONE, at + 1), null, at + 1);
  }

  private boolean together(End first, String joint, End second) {
    var sameMoney =
        first.currency() == null
            || second.currency() == null
            || first.currency().equals(second.currency());
    // "two or three" is a range, "5 or 500" a choice.
    var near =
        !ranges.ors().contains(joint)
            || second.numeral().value().compareTo(first.numeral().value().multiply(FAR_APART)) < 0;
    return sameMoney && near;
  }

  private static Amount range(End first, End second, int from) {
    var low = first.numeral().value();
    var high = second.numeral().value();
    // "150 to 180k": the scale is said once and meant twice.
    if (!first.numeral().scaled()
        && second.numeral().scaled()
        && low.compareTo(second.numeral().mantissa()) < 0) {
      low = low.multiply(second.numeral().scale());
    }
    var currency = second.currency() == null ? first.currency() : second.currency();
    return new Amount(low.min(high), low.max(high), Bound.EXACT, currency, from, second.to());
  }

  private @Nullable End end(Tokens tokens, int from) {
    var before = currency(tokens, from);
    var numeral = numerals.at(tokens, from + before.length());
    if (numeral == null) {
      return null;
    }
    var after = said(tokens, numeral.to());
    if (before.code() == null && after.code() == null && numeral.scaled()) {
      // "TEUR" is a scale and a currency.
      var scale = tokens.get(numeral.to() - 1).lower();
      return new End(numeral, wording.currencies().get(scale), numeral.to());
    }
    if (before.code() != null || after.code() == null) {
      return new End(numeral, before.code(), numeral.to() + same(before, after));
    }
    var scaled = numerals.scaledAt(tokens, numeral, numeral.to() + after.length());
    return new End(scaled, after.code(), Math.max(scaled.to(), numeral.to() + after.length()));
  }

  /** "$50k USD" names its currency twice. */
  private static int same(Money before, Money after) {
    return before.code() != null && before.code().equals(after.code()) ? after.length() : 0;
  }

  /**
   * The currency after a number: "85 grand", "85 grand in dollars", "85 grand, euros that is", "12
   * million revenue in dollars".
   */
  private Money said(Tokens tokens, int at) {
    var between = noun(tokens, at) ? 1 : 0;
    while (between < MOST_BETWEEN && BEFORE_CURRENCY.contains(tokens.get(at + between).lower())) {
      between++;
    }
    var money = currency(tokens, at + between);
    return money.code() == null ? Money.NONE : new Money(money.code(), between + money.length());
  }

  /** The "revenue" of "revenue in dollars". */
  private boolean noun(Tokens tokens, int at) {
    return tokens.get(at).word()
        && tokens.get(at + 1).word()
        && BEFORE_CURRENCY.contains(tokens.get(at + 1).lower())
        && currency(tokens, at).code() == null;
  }

  private record Money(@Nullable String code, int length) {
    static final Money NONE = new Money(null, 0);
  }

  /** A currency of one to three tokens: "€", "usd", "us$", "canadian dollars", "us-dollar". */
  private Money currency(Tokens tokens, int at) {
    var first = tokens.get(at).lower();
    if (first.isEmpty()) {
      return Money.NONE;
    }
    var second = tokens.get(at + 1).lower();
    var glued = wording.currencies().get(first + second);
    if (glued != null && second.equals("$")) {
      return new Money(glued, 2);
    }
    var hyphened = wording.currencies().get(first + second + tokens.get(at + 2).lower());
    if (hyphened != null && (second.equals("-") || second.equals("."))) {
      return new Money(hyphened, 3);
    }
    var named = wording.currencies().get(first + " " + second);
    if (named != null) {
      return new Money(named, 2);
    }
    var code = wording.currencies().get(first);
    return code == null ? Money.NONE : new Money(code, 1);
  }

  /**
   * Digits with unknown letters right behind them name something: "5G", "1st", "29km"; and "six
   * figures" is no six.
   */
  private boolean glued(Tokens tokens, int at) {
    var token = tokens.get(at);
    if (wording.counts().digitNouns().contains(token.lower())) {
      return true;
    }
    return token.word()
        && tokens.get(at - 1).kind() == Kind.NUMBER
        && tokens.touchesPrevious(at)
        && wording.times().measure(token.lower()) == null
        && !wording.about().contains(token.lower())
        && tokens.phrase(at, wording.ages().units()) == 0
        && !wording.ages().suffixes().contains(token.lower());
  }
}
