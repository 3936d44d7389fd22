package rapport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthEvent.Band;

/**
 * How an account does, published on the compacted topic {@code rapport.health.state}, keyed by
 * workspace and account. Its envelope carries the revision of the {@link HealthEvent} it goes with.
 * Add optional fields only.
 *
 * @param name the account's name
 * @param score from 0 to 100, not rounded; none while there is too little data for any
 * @param band of the score
 * @param coverage how much of what should be known is known, from 0 to 1
 * @param provisional whether that is too little to trust the score
 * @param factors score of each factor that counts, by its name: {@code usage}, {@code support},
 *     {@code relationship}, {@code outcomes}
 * @param inputs what is known, in its own unit, by the input's name, such as {@code usage_growth}
 *     as a ratio
 * @param churn how likely the account is lost within 90 days
 */
public record HealthState(
    String name,
    @Nullable String segment,
    @Nullable String owner,
    @Nullable Double score,
    @Nullable Band band,
    double coverage,
    boolean provisional,
    Map<String, Double> factors,
    Map<String, Double> inputs,
    @Nullable Churn churn) {

  /** The topic and the wire name. */
  public static final EventCatalog<HealthState> CATALOG =
      new EventCatalog<>(
          "rapport.health.state",
          "/rapport/health-score-service",
          Map.of("rapport.health.state-recorded.v1", HealthState.class));

  /** A probability from 0 to 1, and what it rests on. */
  public record Churn(double probability, Basis basis) {}

  /** What a probability rests on. */
  public enum Basis {
    /** An assumption, as long as too few accounts have been lost and kept. */
    PRIOR,
    /** The accounts of the workspace that were lost and kept. */
    CALIBRATED;

    /** The name on the wire, in lower case. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public HealthState {
    factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
  }
}
