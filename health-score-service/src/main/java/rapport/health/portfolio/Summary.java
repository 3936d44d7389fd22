package rapport.health.portfolio;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthEvent.Band;
import rapport.contracts.HealthState.Churn;

/**
 * What sums over many accounts take from each, and no more: a workspace's accounts are held at once
 * while they are added up.
 *
 * @param listed whether it is a customer that is looked after
 * @param score from 0 to 100; none while there is too little data for any
 * @param provisional whether there is too little to trust the score
 */
public record Summary(
    String account,
    String name,
    @Nullable String segment,
    @Nullable String owner,
    boolean listed,
    @Nullable Double score,
    boolean provisional,
    @Nullable Churn churn,
    @Nullable Contract contract,
    @Nullable LocalDate customerSince,
    Figures figures) {

  public static Summary of(AccountHealth account) {
    return new Summary(
        account.account(),
        account.name(),
        account.segment(),
        account.owner(),
        account.listed(),
        account.score().orElse(null),
        account.health().isProvisional(),
        account.churn(),
        account.contract(),
        account.customerSince(),
        account.figures());
  }

  public Optional<Band> band() {
    return Optional.ofNullable(score).map(Band::of);
  }

  /** Whether the score can be trusted. */
  public boolean isScored() {
    return score != null && !provisional;
  }

  /** The score of an account that has one; 0 of others. */
  public double scored() {
    return score == null ? 0 : score;
  }
}
