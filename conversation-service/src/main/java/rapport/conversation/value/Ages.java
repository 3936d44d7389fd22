package rapport.conversation.value;

import java.math.BigDecimal;
import rapport.contracts.FieldValue;
import rapport.contracts.FieldValue.Num;
import rapport.conversation.value.Answer.Accepted;
import rapport.conversation.value.Answer.Refused;

/** What may stand for somebody's age: whole years from 0 to 120, or a range of them. */
final class Ages {

  private static final BigDecimal OLDEST = BigDecimal.valueOf(120);

  private Ages() {}

  static Answer check(Num number) {
    return whole(number.number()) ? inRange(number, number.number()) : new Refused("not-an-age");
  }

  static Answer check(String text, Wording wording) {
    if (text.startsWith("-")) {
      return new Refused(
          Whole.of(text.substring(1), wording).amount() == null
              ? "not-an-age"
              : "age-out-of-range");
    }
    var whole = Whole.of(text, wording);
    var amount = whole.amount();
    if (amount != null) {
      return amount.currency() == null ? check(amount) : new Refused("not-an-age");
    }
    return whole
        .value(new AgeFinder())
        .map(found -> said(found.value(), wording))
        .orElseGet(() -> new Refused("not-an-age"));
  }

  /** "42 years old" is found as its number, "late twenties" as its range. */
  private static Answer said(FieldValue value, Wording wording) {
    if (value instanceof Num number) {
      return check(number);
    }
    var amount = Whole.of(value.display(), wording).amount();
    return amount == null ? new Refused("not-an-age") : check(amount);
  }

  private static Answer check(Amount amount) {
    var high = amount.high() == null ? amount.low() : amount.high();
    return whole(amount.low()) && whole(high)
        ? inRange(amount.value(), high)
        : new Refused("not-an-age");
  }

  private static Answer inRange(FieldValue value, BigDecimal highest) {
    return highest.compareTo(OLDEST) > 0 || highest.signum() < 0
        ? new Refused("age-out-of-range")
        : new Accepted(value);
  }

  private static boolean whole(BigDecimal years) {
    return years.stripTrailingZeros().scale() <= 0;
  }
}
