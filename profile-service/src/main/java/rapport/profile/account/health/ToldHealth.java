package rapport.profile.account.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthState;

/**
 * What was told last of an account's health.
 *
 * @param state absent as long as nothing was told
 * @param at since when it holds
 */
record ToldHealth(@Nullable HealthState state, Instant at) {

  static final ToldHealth NONE = new ToldHealth(null, Instant.EPOCH);
}
