package rapport.profile.account.insight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.AccountState;
import rapport.profile.account.Sentiment;

/**
 * How far what is known can still be relied on.
 *
 * @param lastTouchAt the last interaction; absent if there was none
 * @param changedAt when the account's own details changed last
 * @param value 2^(-days / 90) since the later of both: 1 is now, 0.5 is 90 days ago
 * @param stale details nobody has looked at for 180 days
 */
public record Freshness(
    @Nullable Instant lastTouchAt, Instant changedAt, double value, List<String> stale) {

  private static final double HALF_LIFE_DAYS = 90;
  private static final double STALE_DAYS = 180;

  /** The freshness at that time. */
  public static Freshness of(AccountState state, Instant now) {
    var account = state.known();
    var touched =
        state.touches().stream()
            .map(touch -> touch.at())
            .filter(at -> !at.isAfter(now))
            .findFirst()
            .orElse(null);
    var changed = account.changedAt();
    var latest = touched != null && touched.isAfter(changed) ? touched : changed;
    var stale =
        account.sources().entrySet().stream()
            .filter(it -> Sentiment.days(it.getValue().at(), now) > STALE_DAYS)
            .map(it -> it.getKey())
            .sorted()
            .toList();
    return new Freshness(
        touched, changed, Math.pow(2, -Sentiment.days(latest, now) / HALF_LIFE_DAYS), stale);
  }
}
