package rapport.conversation.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header of that name: a number of seconds, or a date. */
final class RetryAfter {

  /**
   * Whoever asks for more is asked again after this; a wrong clock must not silence it for good.
   */
  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /** How long to wait; empty when the header says nothing that can be read. */
  static Optional<Duration> read(@Nullable String header, Instant now) {
    if (header == null || header.isBlank()) {
      return Optional.empty();
    }
    var text = header.strip();
    try {
      var wait =
          text.chars().allMatch(Character::isDigit)
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(now, date(text));
      return wait.isNegative()
          ? Optional.of(Duration.ZERO)
          : Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    } catch (NumberFormatException _) {
      return Optional.of(LONGEST);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Instant date(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }
}
