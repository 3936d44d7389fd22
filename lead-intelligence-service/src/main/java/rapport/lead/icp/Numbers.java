package rapport.lead.icp;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers in values such as {@code 9}, {@code 35-44} or {@code 50000-80000 EUR}. */
public final class Numbers {

  private static final Pattern RANGE =
      Pattern.compile("\\D*(\\d+(?:\\.\\d+)?)(?:\\s*(?:-|–|to)\\s*(\\d+(?:\\.\\d+)?))?.*");

  private Numbers() {}

  /** The number, or the middle of the range, that a value begins with; empty without any. */
  public static OptionalDouble middle(String value) {
    var match = RANGE.matcher(value.replace(",", ""));
    if (!match.matches()) {
      return OptionalDouble.empty();
    }
    var from = Double.parseDouble(match.group(1));
    return OptionalDouble.of(
        match.group(2) == null ? from : (from + Double.parseDouble(match.group(2))) / 2);
  }
}
