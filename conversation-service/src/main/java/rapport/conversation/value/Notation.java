package rapport.conversation.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How numbers are written in digits. */
public enum Notation {

  /**
   * As in 1,234.50; also 90'000, as in Switzerland, 40 000, and 45.000: nobody counts or pays in
   * thousandths.
   */
  POINT(
      Grouped.BY_POINTS
          + "|"
          + grouped("[,'\u2019]", "\\.")
          + "|\\p{Nd}{1,3}(?:[ \u00a0\u202f]000)+(?!\\p{Nd})|\\p{Nd}+(?:\\.\\p{Nd}+)?") {
    @Override
    BigDecimal value(String digits) {
      var plain = Grouped.PATTERN.matcher(digits).matches() ? digits.replace(".", "") : digits;
      return new BigDecimal(plain.replaceAll("[, \u00a0\u202f'\u2019]", ""));
    }

    @Override
    String write(String number) {
      return number;
    }
  },

  /**
   * As in 1.234,50 and 1'234,50. What can be nothing else is read with a point, as in 2.5 and
   * 1,200,000; a day of a month is no number: 24.12.
   */
  COMMA(
      grouped("[.'\u2019]", ",") + "|" + Foreign.NUMBER + "(?![.\\p{Nd}])|\\p{Nd}+(?:,\\p{Nd}+)?") {
    @Override
    BigDecimal value(String digits) {
      return Foreign.PATTERN.matcher(digits).matches()
          ? POINT.value(digits)
          : new BigDecimal(digits.replaceAll("[.'\u2019]", "").replace(',', '.'));
    }

    @Override
    String write(String number) {
      return number.replace('.', ',');
    }
  },

  /**
   * As in 1.234,50 and in 1,234.50, both of which Spanish has. Three digits after either sign are
   * thousands.
   */
  EITHER(
      grouped("[.'\u2019]", ",")
          + "|"
          + grouped(",", "\\.")
          + "|\\p{Nd}+\\.\\p{Nd}{1,2}(?![.\\p{Nd}])|\\p{Nd}+(?:,\\p{Nd}+)?") {
    @Override
    BigDecimal value(String digits) {
      return Pointed.PATTERN.matcher(digits).matches() ? POINT.value(digits) : COMMA.value(digits);
    }

    @Override
    String write(String number) {
      return COMMA.write(number);
    }
  },

  /**
   * As in 1٬234٫50 with Arabic separators, and in 1,234.50. A comma before one or two last digits
   * is a decimal one, as in Egypt.
   */
  ARABIC(grouped("[,\u066c]", "[.\u066b]") + "|" + Arab.COMMA + "|\\p{Nd}+(?:[.\u066b]\\p{Nd}+)?") {
    @Override
    BigDecimal value(String digits) {
      return Arab.PATTERN.matcher(digits).matches()
          ? COMMA.value(digits)
          : new BigDecimal(digits.replaceAll("[,\u066c]", "").replace('\u066b', '.'));
    }

    @Override
    String write(String number) {
      return number;
    }
  };

  private final Pattern number;

  Notation(String number) {
    this.number = Pattern.compile(number);
  }

  /** The number that certain digits write. */
  abstract BigDecimal value(String digits);

  /** A number as it is written here: 1.5 with a point or a comma. */
  abstract String write(String number);

  /** Where the number that begins with a digit ends. */
  int end(String text, int start) {
    var matcher = number.matcher(text).region(start, text.length());
    return matcher.lookingAt() ? matcher.end() : start + 1;
  }

  private static String grouped(String group, String decimal) {
    return "\\p{Nd}{1,3}(?:%s\\p{Nd}{3}(?!\\p{Nd}))+(?:%s\\p{Nd}+)?".formatted(group, decimal);
  }

  /** What has points between its thousands. */
  private static final class Grouped {
    static final String BY_POINTS = "[1-9]\\p{Nd}{0,2}(?:\\.\\p{Nd}{3})+(?![.,]?\\p{Nd})";
    static final Pattern PATTERN = Pattern.compile(BY_POINTS);
  }

  /** What has its thousands after commas, or a decimal point. */
  private static final class Pointed {
    static final Pattern PATTERN =
        Pattern.compile(grouped(",", "\\.") + "|\\p{Nd}+\\.\\p{Nd}{1,2}");
  }

  /** What has a decimal comma where thousands have another sign. */
  private static final class Arab {
    static final String COMMA = "\\p{Nd}+,\\p{Nd}{1,2}(?![\\p{Nd},\u066c])";
    static final Pattern PATTERN = Pattern.compile(COMMA);
  }

  /** What is written with a point and cannot be meant with a comma. */
  private static final class Foreign {
    static final String NUMBER = "(?:\\p{Nd}{1,3}(?:,\\p{Nd}{3}){2,}|\\p{Nd}+\\.\\p{Nd}{1,2})";
    static final Pattern PATTERN = Pattern.compile(NUMBER);
  }
}
