package rapport.profile.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What values must be like; each refusal says which value, and what it should have been. */
final class Must {

  static final int NAME = 200;
  static final int TEXT = 4_000;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:@/+=-]{1,200}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  private Must() {}

  static <T> T be(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is required");
    }
    return value;
  }

  /** A text without white space around it. */
  static String text(String field, @Nullable String value, int longest) {
    var stripped = be(field, value).strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException(field + " is required");
    }
    return shorter(field, stripped, longest);
  }

  /** A text without white space around it; none when nothing is left. */
  static @Nullable String optional(String field, @Nullable String value, int longest) {
    return value == null || value.isBlank() ? null : shorter(field, value.strip(), longest);
  }

  static String id(String field, @Nullable String value) {
    var id = be(field, value);
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(field + " has 1 to 200 of A-Z a-z 0-9 _ . : @ / + = -");
    }
    return id;
  }

  static String oneOf(String field, @Nullable String value, Set<String> known) {
    if (value == null || !known.contains(value)) {
      throw new IllegalArgumentException(field + " is one of " + String.join(", ", known));
    }
    return value;
  }

  static @Nullable String optionalOneOf(String field, @Nullable String value, Set<String> known) {
    return value == null ? null : oneOf(field, value, known);
  }

  static List<String> texts(String field, @Nullable List<String> values, int most) {
    if (values == null) {
      return List.of();
    }
    return few(field, values, most).stream()
        .map(value -> text(field, value, NAME))
        .distinct()
        .toList();
  }

  static <T> List<T> few(String field, @Nullable List<T> values, int most) {
    if (values == null) {
      return List.of();
    }
    if (values.size() > most) {
      throw new IllegalArgumentException(field + " has at most " + most + " entries");
    }
    if (values.stream().anyMatch(value -> value == null)) {
      throw new IllegalArgumentException(field + " has an empty entry");
    }
    return List.copyOf(values);
  }

  static int between(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(field + " is from " + least + " to " + most);
    }
    return value;
  }

  static @Nullable Integer between(String field, @Nullable Integer value, int least, int most) {
    return value == null ? null : Integer.valueOf(between(field, value.intValue(), least, most));
  }

  static @Nullable Double between(String field, @Nullable Double value, double least, double most) {
    if (value != null && !(value >= least && value <= most)) {
      throw new IllegalArgumentException(field + " is from " + least + " to " + most);
    }
    return value;
  }

  /** From 0 to 10^12, with at most four digits after the point; the same number looks the same. */
  static @Nullable BigDecimal amount(String field, @Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    if (value.signum() < 0 || value.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(field + " is from 0 to " + MOST);
    }
    if (value.stripTrailingZeros().scale() > 4) {
      throw new IllegalArgumentException(field + " has at most four digits after the point");
    }
    var shortest = value.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  static @Nullable String currency(@Nullable String value) {
    if (value != null && !CURRENCY.matcher(value).matches()) {
      throw new IllegalArgumentException("currency is three capital letters (ISO 4217)");
    }
    return value;
  }

  private static String shorter(String field, String value, int longest) {
    if (value.length() > longest) {
      throw new IllegalArgumentException(field + " has at most " + longest + " characters");
    }
    return value;
  }
}
