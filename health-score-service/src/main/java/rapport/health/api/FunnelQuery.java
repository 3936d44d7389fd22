package rapport.health.api;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.runtime.problem.Problem;

/** What a funnel is asked about, as far as it is more than days. */
record FunnelQuery(String flow, Duration abandonedAfter, @Nullable String locale) {

  private static final Duration LONGEST = Duration.ofDays(366);

  /**
   * @param abandonedAfter an ISO duration such as {@code PT24H} or {@code P3D}
   * @param locale a BCP 47 tag
   * @throws Problem 400 {@code missing-parameter}, {@code bad-duration} when it cannot be read, is
   *     not positive or is over 366 days, {@code bad-locale}
   */
  static FunnelQuery of(String flow, String abandonedAfter, @Nullable String locale) {
    if (flow.isBlank()) {
      throw bad("missing-parameter", "Say which flow.");
    }
    return new FunnelQuery(flow, duration(abandonedAfter), locale == null ? null : tag(locale));
  }

  private static Duration duration(String text) {
    try {
      var duration = Duration.parse(text);
      if (duration.isPositive() && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException _) {
      // The same answer as for one that is out of range.
    }
    throw bad("bad-duration", "Ask for an ISO duration up to 366 days, such as PT24H or P3D.");
  }

  private static String tag(String text) {
    try {
      var tag = new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
      if (!text.isBlank()) {
        return tag;
      }
    } catch (IllformedLocaleException _) {
      // The same answer as for an empty one.
    }
    throw bad("bad-locale", "Ask for a language tag such as en or pt-BR.");
  }

  private static Problem bad(String code, String detail) {
    return Problem.of(HttpStatus.BAD_REQUEST, code, detail);
  }
}
