package rapport.conversation.value;

import java.math.BigDecimal;

/** The forms a noun can have beside a number, under the names CLDR gives them. */
public enum Plural {
  ONE,
  TWO,
  FEW,
  MANY,
  OTHER;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Tells which form stands beside a number. */
  public interface Rule {
    Plural of(BigDecimal number);

    /** One of something, and any other number of it: "1 week", "2 weeks". */
    Rule ONE_OR_OTHER = number -> number.compareTo(BigDecimal.ONE) == 0 ? ONE : OTHER;

    /** As in Arabic: one, two, three to ten, eleven to ninety-nine, full hundreds and parts. */
    Rule ARABIC =
        number -> {
          if (number.stripTrailingZeros().scale() > 0) {
            return OTHER;
          }
          if (number.compareTo(BigDecimal.ONE) == 0) {
            return ONE;
          }
          if (number.compareTo(BigDecimal.TWO) == 0) {
            return TWO;
          }
          var last = number.remainder(HUNDRED).intValue();
          return last >= 3 && last <= 10 ? FEW : last >= 11 ? MANY : OTHER;
        };
  }
}
