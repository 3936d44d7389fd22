package rapport.conversation.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/**
 * A number or a range of numbers at a place in a text.
 *
 * @param low the number, or the lower end
 * @param high the upper end of a range, else null
 * @param bound whether the number is meant as it is, or as a limit
 * @param currency ISO 4217 code, or null
 * @param from first token
 * @param to first token after it
 */
public record Amount(
    BigDecimal low,
    @Nullable BigDecimal high,
    Bound bound,
    @Nullable String currency,
    int from,
    int to) {

  /** How a single number is meant. */
  public enum Bound {
    EXACT,
    /** {@code 50+}, "more than 50". */
    AT_LEAST,
    /** "under 50". */
    BELOW
  }

  /** So many times as much. */
  Amount times(int number) {
    var factor = BigDecimal.valueOf(number);
    return new Amount(
        low.multiply(factor),
        high == null ? null : high.multiply(factor),
        bound,
        currency,
        from,
        to);
  }

  /** The number as a number; anything else as canonical text. */
  public FieldValue value() {
    return high == null && bound == Bound.EXACT && currency == null
        ? new FieldValue.Num(low)
        : FieldValue.text(canonical());
  }

  /** Such as {@code 42}, {@code 35-44}, {@code 50+}, {@code <50}, {@code 50000-80000 EUR}. */
  public String canonical() {
    return number() + (currency == null ? "" : " " + currency);
  }

  /** The canonical form without the currency. */
  public String number() {
    if (high != null) {
      return plain(low) + "-" + plain(high);
    }
    return switch (bound) {
      case EXACT -> plain(low);
      case AT_LEAST -> plain(low) + "+";
      case BELOW -> "<" + plain(low);
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
