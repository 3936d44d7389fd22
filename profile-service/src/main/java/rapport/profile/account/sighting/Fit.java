package rapport.profile.account.sighting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of other systems as accounts take them; one that does not fit at all is left out. */
final class Fit {

  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final BigDecimal MOST = new BigDecimal("1000000000000");
  private static final BigDecimal MOST_PEOPLE = new BigDecimal(10_000_000);

  private Fit() {}

  static @Nullable String text(@Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      return null;
    }
    var stripped = text.strip();
    return stripped.length() <= longest
        ? stripped
        : stripped.substring(0, stripped.offsetByCodePoints(0, cut(stripped, longest)));
  }

  /** So many code points that no more characters than that come out. */
  private static int cut(String text, int longest) {
    var points = text.codePointCount(0, longest);
    return Character.isHighSurrogate(text.charAt(longest - 1)) ? points - 1 : points;
  }

  static @Nullable String address(@Nullable String email) {
    return email != null && ADDRESS.matcher(email.strip()).matches() ? email.strip() : null;
  }

  static @Nullable Integer people(@Nullable BigDecimal number) {
    return number == null || number.signum() < 0 || number.compareTo(MOST_PEOPLE) > 0
        ? null
        : Integer.valueOf(number.intValue());
  }

  static @Nullable BigDecimal amount(@Nullable BigDecimal number) {
    return number == null || number.signum() < 0 || number.compareTo(MOST) > 0
        ? null
        : number.setScale(Math.min(4, Math.max(0, number.scale())), RoundingMode.HALF_UP);
  }

  static @Nullable String currency(@Nullable String code) {
    return code != null && CURRENCY.matcher(code).matches() ? code : null;
  }

  static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeException _) {
      return null;
    }
  }

  static Instant time(@Nullable String text, Instant otherwise) {
    try {
      return text == null || text.isEmpty() ? otherwise : Instant.parse(text);
    } catch (DateTimeException _) {
      return otherwise;
    }
  }
}
