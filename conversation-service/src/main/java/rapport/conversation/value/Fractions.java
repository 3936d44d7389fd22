package rapport.conversation.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.conversation.value.Token.Kind;

/** Fractions in signs: "½", "2½", "2 1/2". What is written like 1/2 by itself may be a date. */
final class Fractions {

  private static final int MOST_DECIMALS = 3;
  private static final BigDecimal GREATEST_DENOMINATOR = BigDecimal.valueOf(10);

  /** What Unicode takes "½" apart into; the sign between is no ordinary slash. */
  private static final Pattern TAKEN_APART = Pattern.compile("(\\d+)\u2044(\\d+)");

  private Fractions() {}

  /** The fraction that is a single sign. */
  static @Nullable Numeral at(Tokens tokens, int at) {
    var part = sign(tokens.get(at));
    return part == null ? null : new Numeral(part, BigDecimal.ONE, at + 1);
  }

  /** A whole number together with the fraction behind it, if there is one. */
  static Numeral after(Tokens tokens, Numeral whole) {
    var at = whole.to();
    var part = sign(tokens.get(at));
    if (part != null) {
      return new Numeral(whole.value().add(part), BigDecimal.ONE, at + 1);
    }
    var slashed = slashed(tokens, at);
    return slashed == null
        ? whole
        : new Numeral(whole.value().add(slashed), BigDecimal.ONE, at + 3);
  }

  private static @Nullable BigDecimal sign(Token token) {
    if (token.kind() != Kind.SIGN || token.lower().isEmpty()) {
      return null;
    }
    var apart = TAKEN_APART.matcher(Normalizer.normalize(token.lower(), Normalizer.Form.NFKD));
    return apart.matches()
        ? new BigDecimal(apart.group(1))
            .divide(new BigDecimal(apart.group(2)), MOST_DECIMALS, RoundingMode.HALF_UP)
        : null;
  }

  private static @Nullable BigDecimal slashed(Tokens tokens, int at) {
    if (tokens.get(at).kind() != Kind.CODE
        || !tokens.is(at + 1, "/")
        || tokens.get(at + 2).kind() != Kind.CODE
        || tokens.touchesPrevious(at)) {
      return null;
    }
    var above = number(tokens.get(at));
    var below = number(tokens.get(at + 2));
    return above == null
            || below == null
            || above.signum() == 0
            || above.compareTo(below) >= 0
            || below.compareTo(GREATEST_DENOMINATOR) > 0
        ? null
        : above.divide(below, MOST_DECIMALS, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal number(Token token) {
    return token.lower().length() <= 2 && token.lower().chars().allMatch(c -> c >= '0' && c <= '9')
        ? new BigDecimal(token.lower())
        : null;
  }
}
