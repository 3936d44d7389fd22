package rapport.profile.profile;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ages a text such as {@code 35-44}, {@code 65+} or {@code 42} names, in years.
 *
 * @param max none when the range is open upwards
 */
record AgeRange(int min, @Nullable Integer max) {

  private static final Pattern RANGE =
      Pattern.compile("\\s*(\\d{1,3})\\s*(?:[-–—]\\s*(\\d{1,3})|(\\+))?\\s*");

  static Optional<AgeRange> in(String text) {
    var match = RANGE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var min = Integer.parseInt(match.group(1));
    if (match.group(3) != null) {
      return Optional.of(new AgeRange(min, null));
    }
    var max = match.group(2) == null ? min : Integer.parseInt(match.group(2));
    return Optional.of(new AgeRange(Math.min(min, max), Math.max(min, max)));
  }

  /** Whether one age was given. */
  boolean exact() {
    return max != null && max == min;
  }
}
