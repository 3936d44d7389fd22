package rapport.health.portfolio;

import org.jspecify.annotations.Nullable;
import rapport.health.score.Input;

/**
 * What people decide by beside the score, which it may leave as it is: growth beyond the end of its
 * curve, or another model of churn.
 *
 * @param usageGrowth over 28 days as a ratio
 * @param churnProbability from 0 to 1
 */
public record Outlook(@Nullable Double usageGrowth, @Nullable Double churnProbability) {

  static final Outlook UNKNOWN = new Outlook(null, null);

  /** Smaller changes wait until they have become as large. */
  private static final double WORTH_TELLING = .001;

  static Outlook of(AccountHealth account) {
    var churn = account.churn();
    return new Outlook(
        account.health().inputs().get(Input.USAGE_GROWTH),
        churn == null ? null : churn.probability());
  }

  boolean hasChangedSince(@Nullable Outlook before) {
    return before == null
        || differ(usageGrowth, before.usageGrowth)
        || differ(churnProbability, before.churnProbability);
  }

  private static boolean differ(@Nullable Double one, @Nullable Double other) {
    return one == null ? other != null : other == null || Math.abs(one - other) >= WORTH_TELLING;
  }
}
