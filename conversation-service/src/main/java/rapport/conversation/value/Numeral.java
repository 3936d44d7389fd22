package rapport.conversation.value;

import java.math.BigDecimal;

/**
 * A number at a place in a text.
 *
 * @param mantissa the number before its scale: 1.5 of "1.5 million"
 * @param scale what it is multiplied with; 1 without a scale
 * @param to first token after it
 */
public record Numeral(BigDecimal mantissa, BigDecimal scale, int to) {

  public BigDecimal value() {
    return mantissa.multiply(scale);
  }

  boolean scaled() {
    return scale.compareTo(BigDecimal.ONE) != 0;
  }
}
