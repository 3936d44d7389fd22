package rapport.integrations.automation.definition;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as people write them: {@code 45s}, {@code 30m}, {@code 2h}, {@code 7d} or {@code 4w}. */
public final class Durations {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,5})\\s?([smhdw])");

  private Durations() {}

  /** Nothing when it is not written so. */
  public static Optional<Duration> read(String text) {
    var match = WRITTEN.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    var count = Long.parseLong(match.group(1));
    return Optional.of(
        switch (match.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          case "d" -> Duration.ofDays(count);
          default -> Duration.ofDays(7 * count);
        });
  }
}
