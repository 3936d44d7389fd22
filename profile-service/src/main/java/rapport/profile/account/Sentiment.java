package rapport.profile.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How people feel, from what they let show: the newer, the more it counts. */
public final class Sentiment {

  private static final double HALF_LIFE_DAYS = 45;

  private Sentiment() {}

  /**
   * The mean of the sentiments there are, each weighted by 2^(-days / 45).
   *
   * @return from -1 to 1; null when none of the interactions shows any
   */
  public static @Nullable Double of(List<Touch> touches, Instant now) {
    double sum = 0;
    double weights = 0;
    for (var touch : touches) {
      var sentiment = touch.sentiment();
      if (sentiment != null) {
        var weight = Math.pow(2, -days(touch.at(), now) / HALF_LIFE_DAYS);
        sum += weight * sentiment;
        weights += weight;
      }
    }
    return weights == 0 ? null : Double.valueOf(sum / weights);
  }

  /** How many days that is ago; none for what lies ahead. */
  public static double days(Instant at, Instant now) {
    return Math.max(
        0, Duration.between(at, now).toMillis() / (double) Duration.ofDays(1).toMillis());
  }
}
