package rapport.lead.portrait;

import java.time.Duration;
import java.time.Instant;

/** How what was said loses weight with time. */
public final class Fading {

  private static final Duration HALF_LIFE = Duration.ofDays(14);

  private Fading() {}

  /** What is left of 1 that was heard then: a half after 14 days, a quarter after 28. */
  public static double left(Instant heard, Instant now) {
    var age = Math.max(0, Duration.between(heard, now).toMillis());
    return Math.pow(.5, (double) age / HALF_LIFE.toMillis());
  }
}
