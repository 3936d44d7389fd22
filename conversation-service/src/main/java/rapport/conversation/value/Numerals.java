package rapport.conversation.value;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.conversation.value.Token.Kind;

/** Reads one number, in digits or in words, that begins at a token. */
final class Numerals {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TWENTY = BigDecimal.valueOf(20);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Notation notation;
  private final NumberWords words;
  private final Map<String, String> signs;

  Numerals(Wording wording) {
    this.notation = wording.notation();
    this.words = wording.numbers();
    this.signs = wording.spokenSigns();
  }

  @Nullable Numeral at(Tokens tokens, int from) {
    var token = tokens.get(from);
    if (token.kind() == Kind.NUMBER) {
      return scaled(tokens, from + 1, notation.value(token.lower()));
    }
    if (!token.word()) {
      return Fractions.at(tokens, from);
    }
    var own = words.spelling().number(tokens, from);
    return own == null ? spelled(tokens, from) : own;
  }

  private @Nullable Numeral spelled(Tokens tokens, int from) {
    var word = tokens.get(from).lower();
    if (words.halves().contains(word)) {
      return half(
          tokens, words.articles().contains(tokens.get(from + 1).lower()) ? from + 2 : from + 1);
    }
    if (words.articles().contains(word)) {
      if (words.halves().contains(tokens.get(from + 1).lower())) {
        return half(tokens, from + 2);
      }
      var multiple = words.multiples().get(tokens.get(from + 1).lower());
      if (multiple != null) {
        return multiple(tokens, from + 2, multiple);
      }
      return scaleAt(tokens, from + 1) == null ? null : cardinal(tokens, from);
    }
    var multiple = words.multiples().get(word);
    if (multiple != null) {
      return multiple(tokens, from + 1, multiple);
    }
    var decimal = decimal(tokens, from);
    return decimal == null ? cardinal(tokens, from) : decimal;
  }

  /** "one point two million". */
  private @Nullable Numeral decimal(Tokens tokens, int from) {
    var whole = belowHundred(tokens, from);
    if (whole == null || !".".equals(signs.get(tokens.get(whole.to()).lower()))) {
      return null;
    }
    var value = whole.value();
    var at = whole.to() + 1;
    for (var digit = digit(tokens, at); digit != null; digit = digit(tokens, at)) {
      value = value.add(digit.movePointLeft(at - whole.to()));
      at++;
    }
    return at == whole.to() + 1 ? null : scaled(tokens, at, value);
  }

  private @Nullable BigDecimal digit(Tokens tokens, int at) {
    var number = cardinalAt(tokens, at);
    return number == null || number.compareTo(BigDecimal.TEN) >= 0 ? null : number;
  }

  /** "half a million". */
  private @Nullable Numeral half(Tokens tokens, int at) {
    return scaleAt(tokens, at) == null ? null : scaled(tokens, at, HALF);
  }

  /** "couple of", "couple hundred", "a quarter of a million". */
  private @Nullable Numeral multiple(Tokens tokens, int from, BigDecimal multiple) {
    var at = words.of().contains(tokens.get(from).lower()) ? from + 1 : from;
    if (multiple.compareTo(BigDecimal.ONE) >= 0) {
      return scaled(tokens, at, multiple);
    }
    var scaleAt = words.articles().contains(tokens.get(at).lower()) ? at + 1 : at;
    return scaleAt(tokens, scaleAt) == null ? null : scaled(tokens, scaleAt, multiple);
  }

  /** "forty-five", "twelve hundred", "two hundred and fifty thousand". */
  private @Nullable Numeral cardinal(Tokens tokens, int from) {
    var total = BigDecimal.ZERO;
    var at = from;
    var group = group(tokens, at);
    var open = BigDecimal.ONE;
    while (group != null) {
      at = group.to();
      var scale = scaleAt(tokens, at);
      if (scale == null || scale.compareTo(HUNDRED) == 0) {
        return new Numeral(total.add(group.value()), open, at);
      }
      if (next(tokens, at + 1) == at + 1 && cardinalAt(tokens, at + 1) == null) {
        return total.signum() == 0
            ? new Numeral(group.value(), scale, at + 1)
            : new Numeral(total.add(group.value().multiply(scale)), open, at + 1);
      }
      total = total.add(group.value().multiply(scale));
      at = next(tokens, at + 1);
      group = group(tokens, at);
      if (group == null) {
        return new Numeral(total, open, at);
      }
    }
    return null;
  }

  /** A number below ten thousand in words: "forty-five", "three hundred and five", "a hundred". */
  private @Nullable Numeral group(Tokens tokens, int from) {
    var one =
        words.articles().contains(tokens.get(from).lower()) && scaleAt(tokens, from + 1) != null;
    var small =
        one ? new Numeral(BigDecimal.ONE, BigDecimal.ONE, from + 1) : belowHundred(tokens, from);
    if (small == null) {
      return null;
    }
    if (!words.hundreds().contains(tokens.get(small.to()).lower())) {
      return andHalf(tokens, small);
    }
    var hundreds = small.value().multiply(HUNDRED);
    var at = next(tokens, small.to() + 1);
    var rest = belowHundred(tokens, at);
    return rest == null
        ? new Numeral(hundreds, BigDecimal.ONE, small.to() + 1)
        : new Numeral(hundreds.add(rest.value()), BigDecimal.ONE, rest.to());
  }

  private @Nullable Numeral belowHundred(Tokens tokens, int from) {
    var number = cardinalAt(tokens, from);
    if (number == null) {
      return null;
    }
    var at = from + 1;
    if (number.compareTo(TWENTY) >= 0) {
      var unitAt = tokens.is(at, "-") ? at + 1 : at;
      var unit = cardinalAt(tokens, unitAt);
      if (unit != null && unit.signum() > 0 && unit.compareTo(BigDecimal.TEN) < 0) {
        return new Numeral(number.add(unit), BigDecimal.ONE, unitAt + 1);
      }
    }
    return new Numeral(number, BigDecimal.ONE, at);
  }

  private @Nullable BigDecimal cardinalAt(Tokens tokens, int at) {
    return words.spelling().number(tokens.get(at).lower());
  }

  /** Steps over the "and" inside a number; "and a half" is no part of a group. */
  private int next(Tokens tokens, int at) {
    return and(tokens, at) && cardinalAt(tokens, at + 1) != null ? at + 1 : at;
  }

  /** "one and a half", "two and half". */
  private Numeral andHalf(Tokens tokens, Numeral number) {
    var at = number.to();
    var halfAt = words.articles().contains(tokens.get(at + 1).lower()) ? at + 2 : at + 1;
    var half = and(tokens, at) && words.halves().contains(tokens.get(halfAt).lower());
    return half ? new Numeral(number.value().add(HALF), BigDecimal.ONE, halfAt + 1) : number;
  }

  private boolean and(Tokens tokens, int at) {
    return words.ands().contains(tokens.get(at).lower());
  }

  private Numeral scaled(Tokens tokens, int from, BigDecimal number) {
    var whole = andHalf(tokens, Fractions.after(tokens, new Numeral(number, BigDecimal.ONE, from)));
    var scale = BigDecimal.ONE;
    var at = whole.to();
    for (var next = scaleAt(tokens, at); next != null; next = scaleAt(tokens, at)) {
      scale = scale.multiply(next);
      at = afterDot(tokens, at + 1);
    }
    return new Numeral(whole.mantissa(), scale, at);
  }

  /** Steps over the dot of "80 Tsd. Euro"; at the end of a line it ends the sentence. */
  private int afterDot(Tokens tokens, int at) {
    return words.abbreviated().contains(tokens.get(at - 1).lower())
            && tokens.is(at, ".")
            && tokens.get(at + 1).kind() != Kind.BREAK
        ? at + 1
        : at;
  }

  /** The number with the scale at a token, if it has none yet: "75 USD million". */
  Numeral scaledAt(Tokens tokens, Numeral number, int at) {
    var scale = number.scaled() ? null : scaleAt(tokens, at);
    return scale == null ? number : new Numeral(number.mantissa(), scale, at + 1);
  }

  private @Nullable BigDecimal scaleAt(Tokens tokens, int at) {
    var word = tokens.get(at).lower();
    var scale = words.scales().get(word);
    if (scale == null || !words.suffixes().contains(word)) {
      return scale;
    }
    var behindDigits = tokens.get(at - 1).kind() == Kind.NUMBER;
    var longEnough = word.length() > 1 || word.equals("k");
    // "500 T€"
    var ofMoney = tokens.is(at + 1, "€");
    return behindDigits && (longEnough || ofMoney || tokens.touchesPrevious(at)) ? scale : null;
  }
}
