package rapport.profile.export;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/** Values as people read them in a document: {@code 120000 USD} as 120,000 USD. */
final class ReadableValue {

  /** What begins with a zero is no amount, but a telephone number or a postcode. */
  private static final String NUMBER = "((?:0|[1-9]\\d{0,17})(?:\\.\\d{1,6})?)";

  private static final Pattern AMOUNT =
      Pattern.compile(NUMBER + "(?:-" + NUMBER + ")?( [A-Z]{3})?");

  /** Shorter numbers without a currency may be years, and read well as they are. */
  private static final int LONGEST_PLAIN = 4;

  private ReadableValue() {}

  static String of(FieldValue value) {
    var text = value.display();
    var amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      return text;
    }
    var currency = amount.group(3);
    if (currency == null && amount.group(1).length() <= LONGEST_PLAIN) {
      return text;
    }
    var high = amount.group(2);
    return grouped(amount.group(1)) + (high == null ? "" : "–" + grouped(high)) + textOf(currency);
  }

  private static String textOf(@Nullable String currency) {
    return currency == null ? "" : currency;
  }

  private static String grouped(String digits) {
    var format = NumberFormat.getNumberInstance(Locale.ROOT);
    format.setMaximumFractionDigits(6);
    return format.format(new BigDecimal(digits));
  }
}
