package rapport.health.funnel;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How long something took, in whole seconds, however often it happened. */
final class Spread {

  private static final int MEDIAN = 50;

  private final SortedMap<Long, Long> timesBySeconds = new TreeMap<>();
  private long times;

  /** Takes one more into account; a clock that went back makes it 0. */
  void add(@Nullable Duration took) {
    if (took != null) {
      timesBySeconds.merge(Math.max(0, took.toSeconds()), 1L, Long::sum);
      times++;
    }
  }

  @Nullable Long median() {
    return within(MEDIAN);
  }

  /** The median in minutes, with one decimal. */
  @Nullable Double medianMinutes() {
    var median = median();
    return median == null ? null : Math.round(median / 6.0) / 10.0;
  }

  /** The shortest time within which at least so many per cent were done; none without any. */
  @Nullable Long within(int percent) {
    var left = Math.ceilDiv(times * percent, 100);
    for (var entry : timesBySeconds.entrySet()) {
      left -= entry.getValue();
      if (left <= 0) {
        return entry.getKey();
      }
    }
    return null;
  }
}
