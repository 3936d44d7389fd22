package rapport.conversation.evaluation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A length of time or a range of them, so that 18 months and 1.5 years are the same.
 *
 * @param family what both ends are counted in: months, or minutes
 */
record Lengths(BigDecimal low, BigDecimal high, String family) {

  private static final Pattern ONE = Pattern.compile("([\\d.]+)(?:-([\\d.]+))? ([a-z]+?)s?");
  private static final Pattern BOTH = Pattern.compile("([\\d.]+ [a-z]+) to ([\\d.]+ [a-z]+)");
  private static final Map<String, Integer> MONTHS = Map.of("month", 1, "quarter", 3, "year", 12);
  private static final Map<String, Integer> MINUTES =
      Map.of("minute", 1, "hour", 60, "day", 1_440, "week", 10_080);

  /** Reads the canonical form of a duration: {@code 2-3 weeks}, {@code 10 days to 3 weeks}. */
  static Optional<Lengths> of(String canonical) {
    var both = BOTH.matcher(canonical);
    if (both.matches()) {
      return of(both.group(1))
          .flatMap(low ->
              of(both.group(2))
                  .filter(high -> high.family.equals(low.family))
                  .map(high -> new Lengths(low.low, high.high, low.family)));
    }
    var one = ONE.matcher(canonical);
    if (!one.matches()) {
      return Optional.empty();
    }
    var months = MONTHS.get(one.group(3));
    var factor = months == null ? MINUTES.get(one.group(3)) : months;
    if (factor == null) {
      return Optional.empty();
    }
    var high = one.group(2) == null ? one.group(1) : one.group(2);
    return Optional.of(
        new Lengths(
            times(one.group(1), factor),
            times(high, factor),
            months == null ? "minutes" : "months"));
  }

  private static BigDecimal times(String number, int factor) {
    return new BigDecimal(number).multiply(BigDecimal.valueOf(factor)).stripTrailingZeros();
  }
}
