package rapport.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthEvent.Band;
import rapport.contracts.HealthState.Churn;
import rapport.health.portfolio.AccountHealth;

/**
 * An account in a list.
 *
 * @param score from 0 to 100, not rounded; absent while there is too little data
 * @param provisional whether less than half of what should be known is known
 * @param coverage how much is known, from 0 to 1
 * @param change7d how far the score moved in a week
 * @param arr revenue a year, in {@code currency}
 * @param openAlerts how many alerts are not cleared
 * @param updatedAt when an evaluation last came out differently
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HealthRow(
    String account,
    String name,
    @Nullable String segment,
    @Nullable String owner,
    @Nullable Double score,
    @Nullable Band band,
    boolean provisional,
    double coverage,
    @Nullable Double change7d,
    @Nullable Double arr,
    @Nullable String currency,
    @Nullable LocalDate renewalOn,
    @Nullable Churn churn,
    long openAlerts,
    Instant updatedAt) {

  static HealthRow of(AccountHealth account, ZoneId zone, long openAlerts) {
    var contract = account.contract();
    return new HealthRow(
        account.account(),
        account.name(),
        account.segment(),
        account.owner(),
        account.score().orElse(null),
        account.band().orElse(null),
        account.health().isProvisional(),
        account.health().coverage(),
        account.weekChange(zone).orElse(null),
        contract == null ? null : contract.revenue(),
        contract == null ? null : contract.currency(),
        contract == null ? null : contract.renewalOn(),
        account.churn(),
        openAlerts,
        account.at());
  }
}
