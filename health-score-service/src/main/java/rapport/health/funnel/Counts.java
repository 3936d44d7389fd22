package rapport.health.funnel;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** How often each {@link Step} was found, in sessions or in rows. */
public record Counts(
    long asked,
    long answered,
    long skipped,
    long unknown,
    long volunteered,
    long corrected,
    long rejected,
    long abandoned) {

  /** Counts still growing. */
  static final class Growing {
    private final Map<Step, Long> found = new EnumMap<>(Step.class);

    void add(Set<Step> steps, long times) {
      steps.forEach(step -> found.merge(step, times, Long::sum));
    }

    Counts counts() {
      return new Counts(
          of(Step.ASKED),
          of(Step.ANSWERED),
          of(Step.SKIPPED),
          of(Step.UNKNOWN),
          of(Step.VOLUNTEERED),
          of(Step.CORRECTED),
          of(Step.REJECTED),
          of(Step.ABANDONED));
    }

    private long of(Step step) {
      return found.getOrDefault(step, 0L);
    }
  }
}
