package rapport.lead.text;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whole numbers as people write them: {@code 1,400}, {@code 2k}, {@code 1.2 million}, {@code a
 * dozen}, {@code forty}.
 */
public final class Counts {

  private static final Map<String, Long> WORDS =
      Map.ofEntries(
          Map.entry("a", 1L),
          Map.entry("one", 1L),
          Map.entry("two", 2L),
          Map.entry("three", 3L),
          Map.entry("four", 4L),
          Map.entry("five", 5L),
          Map.entry("six", 6L),
          Map.entry("seven", 7L),
          Map.entry("eight", 8L),
          Map.entry("nine", 9L),
          Map.entry("ten", 10L),
          Map.entry("eleven", 11L),
          Map.entry("twelve", 12L),
          Map.entry("thirteen", 13L),
          Map.entry("fourteen", 14L),
          Map.entry("fifteen", 15L),
          Map.entry("sixteen", 16L),
          Map.entry("seventeen", 17L),
          Map.entry("eighteen", 18L),
          Map.entry("nineteen", 19L),
          Map.entry("twenty", 20L),
          Map.entry("thirty", 30L),
          Map.entry("forty", 40L),
          Map.entry("fifty", 50L),
          Map.entry("sixty", 60L),
          Map.entry("seventy", 70L),
          Map.entry("eighty", 80L),
          Map.entry("ninety", 90L),
          Map.entry("couple", 2L),
          Map.entry("dozen", 12L),
          Map.entry("hundred", 100L),
          Map.entry("thousand", 1000L));

  private static final String WORD =
      WORDS.keySet().stream()
          .filter(word -> !word.equals("a"))
          .sorted((a, b) -> b.length() - a.length())
          .collect(Collectors.joining("|", "(?:", ")"));

  /** A regular expression without groups that finds a number. */
  public static final String NUMBER =
      "(?:\\d{1,3}(?:[,. ]\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?(?: ?k\\b| million\\b)?|(?:a )?"
          + WORD
          + "(?:(?:[ -]and)?[ -]"
          + WORD
          + ")*)";

  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[,. ]\\d{3})+");

  private Counts() {}

  /** What a text that {@link #NUMBER} matched stands for; none when that is no whole number. */
  public static OptionalLong of(String text) {
    var plain = text.toLowerCase(Locale.ROOT).strip();
    if (!Character.isDigit(plain.charAt(0))) {
      return words(plain);
    }
    var times = plain.endsWith("k") ? 1_000 : plain.endsWith("million") ? 1_000_000 : 1;
    var digits = plain.replaceAll(" ?[a-z]+$", "");
    var grouped = THOUSANDS.matcher(digits).matches();
    var number = new BigDecimal(grouped ? digits.replaceAll("[,. ]", "") : digits);
    try {
      return OptionalLong.of(number.multiply(BigDecimal.valueOf(times)).longValueExact());
    } catch (ArithmeticException _) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong words(String text) {
    var sum = 0L;
    var part = 0L;
    for (var word : Stream.of(text.split("[ -]+")).filter(it -> !it.equals("and")).toList()) {
      var value = WORDS.get(word);
      if (value == null) {
        return OptionalLong.empty();
      }
      if (value == 1000) {
        sum += Math.max(1, part) * value;
        part = 0;
      } else if (value == 100 || word.equals("dozen") || word.equals("couple")) {
        part = Math.max(1, part) * value;
      } else {
        part += word.equals("a") ? 0 : value;
      }
    }
    return OptionalLong.of(sum + part);
  }
}
