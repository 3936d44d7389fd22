package rapport.standalone.chaos;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** How long answers took, and how often there was none. From many threads. */
final class Times {

  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final LongAdder unanswered = new LongAdder();

  void add(long time) {
    nanos.add(time);
  }

  void unanswered() {
    unanswered.increment();
  }

  /** Answers so far. */
  int answered() {
    return nanos.size();
  }

  /** Attempts without an answer that could be used. */
  long failures() {
    return unanswered.sum();
  }

  /** The time within which {@code share} (0 to 1) of the answers came, in milliseconds. */
  double percentile(double share) {
    var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    var index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0 ? 0 : Math.round(sorted[Math.max(0, index)] / 1e5) / 10.0;
  }
}
