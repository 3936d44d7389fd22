package rapport.integrations.push;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a connection's pushing goes.
 *
 * @param failures how often in a row it failed as a whole
 * @param error what went wrong last; none after a success
 * @param lastAt when something was written last
 * @param budgetLeft requests the other system still answers, if it says
 * @param budgetLimit of how many
 */
public record PushProgress(
    int failures,
    @Nullable Failure error,
    @Nullable Instant lastAt,
    @Nullable Long budgetLeft,
    @Nullable Long budgetLimit) {

  public static final PushProgress NEW = new PushProgress(0, null, null, null, null);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 8;

  /**
   * What went wrong.
   *
   * @param code kebab-case
   * @param detail what to do, for people to read
   */
  public record Failure(String code, String detail, Instant at) {}

  public PushProgress withBudget(long left, long limit) {
    return new PushProgress(failures, error, lastAt, left, limit);
  }

  /** Something was written, or was there already. */
  public PushProgress worked(Instant now) {
    return new PushProgress(0, null, now, budgetLeft, budgetLimit);
  }

  public PushProgress failed(String code, String detail, Instant now) {
    var failure = new Failure(code, detail, now);
    return new PushProgress(failures + 1, failure, lastAt, budgetLeft, budgetLimit);
  }

  /** How long to wait after that failure; never shorter than the other system asks for. */
  public Duration pause(@Nullable Duration asked) {
    return pause(failures, asked);
  }

  /** The same for anything that failed so often. */
  public static Duration pause(int failures, @Nullable Duration asked) {
    var doublings = Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
    var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    var bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    return asked != null && asked.compareTo(bounded) > 0 ? asked : bounded;
  }
}
