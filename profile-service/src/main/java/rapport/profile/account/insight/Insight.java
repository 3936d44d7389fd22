package rapport.profile.account.insight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.AccountState;
import rapport.profile.account.Champion;
import rapport.profile.account.Sentiment;

/**
 * Everything that is computed of an account.
 *
 * @param champion the strongest; absent when there is none
 * @param sentiment from -1 to 1; absent when nobody has shown any
 * @param deals the open ones
 */
public record Insight(
    @Nullable Champion champion,
    Threads threads,
    @Nullable Double sentiment,
    Alignment alignment,
    Completeness completeness,
    Freshness freshness,
    List<Pace> deals) {

  /** The insight into an account at that time. */
  public static Insight of(AccountState state, Instant now) {
    return new Insight(
        state.champion(now).orElse(null),
        Threads.of(state, now),
        Sentiment.of(state.touches(), now),
        Alignment.of(state, now),
        Completeness.of(state),
        Freshness.of(state, now),
        Pace.of(state, now));
  }
}
