package rapport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Published on {@code rapport.health.events}. How an account does is keyed by workspace and
 * account; an alert is a stream of its own, keyed by workspace and alert, from its opening to its
 * clearing. Scores go from 0 to 100 and are not rounded. Add optional fields only.
 */
public sealed interface HealthEvent {

  /** The account it is about. */
  String account();

  /** The bands of a score, the better first. Each begins at its limit and ends below the next. */
  enum Band {
    EXCELLENT(80),
    GOOD(60),
    AT_RISK(40),
    CRITICAL(0);

    private final double from;

    Band(double from) {
      this.from = from;
    }

    /** The lowest score that is in this band. */
    public double from() {
      return from;
    }

    /** The band of a score as it is, unrounded. */
    public static Band of(double score) {
      for (var band : values()) {
        if (score >= band.from) {
          return band;
        }
      }
      return CRITICAL;
    }

    /** Whether this band is worse than the other. */
    public boolean isWorseThan(Band other) {
      return compareTo(other) > 0;
    }

    /** The name on the wire, such as {@code at-risk}. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * The score is another one than was told last.
   *
   * @param from the score told before; none the first time, and when there was too little data
   * @param to the score now; none when there is too little data for any
   * @param band of {@code to}
   * @param factors score of each factor that counts, by its name
   * @param causes what moved it; with {@code from} and {@code to} there, the points add up to their
   *     difference
   */
  record ScoreChanged(
      String account,
      @Nullable Double from,
      @Nullable Double to,
      @Nullable Band band,
      Map<String, Double> factors,
      List<Cause> causes)
      implements HealthEvent {
    public ScoreChanged {
      factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
      causes = List.copyOf(causes);
    }
  }

  /**
   * One reason why a score moved.
   *
   * @param input the input's name, or {@code reweighting} for what came from data that appeared or
   *     went missing
   * @param points how far it moved the score
   */
  record Cause(String input, double points) {}

  /** The score is in another band than before. */
  record BandCrossed(String account, Band from, Band to, double score) implements HealthEvent {}

  /**
   * There is too little data to trust the score, or enough again.
   *
   * @param provisional whether less than half of what should be known is known
   * @param coverage how much is known, from 0 to 1
   */
  record ProvisionalChanged(String account, boolean provisional, double coverage)
      implements HealthEvent {}

  /**
   * What people decide by beside the score is another than was told last. It is told when nothing
   * else is of the account, so that its {@link HealthState} goes out.
   *
   * @param usageGrowth over 28 days as a ratio; none when nobody knows
   * @param churnProbability of being lost within 90 days, from 0 to 1; none without a score
   */
  record OutlookChanged(
      String account, @Nullable Double usageGrowth, @Nullable Double churnProbability)
      implements HealthEvent {}

  /** The kinds of alert. */
  enum AlertType {
    HEALTH_DROP,
    ENGAGEMENT_CHANGE,
    COMPETITIVE_THREAT,
    EXPANSION_SIGNAL,
    RENEWAL_RISK;

    /** The name on the wire, such as {@code health-drop}. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Somebody should look at the account. At most one alert of a type is open for an account.
   *
   * @param alert the alert's id, which is its stream
   * @param causes what fired it, such as {@code band-down} or a competitor's name
   * @param figures what it saw, by name, such as {@code score}
   */
  record AlertOpened(
      String account,
      String alert,
      AlertType type,
      List<String> causes,
      Map<String, Double> figures)
      implements HealthEvent {
    public AlertOpened {
      causes = List.copyOf(causes);
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
  }

  /** More of the same while the alert is open; only the causes that are new. */
  record AlertUpdated(
      String account,
      String alert,
      AlertType type,
      List<String> causes,
      Map<String, Double> figures)
      implements HealthEvent {
    public AlertUpdated {
      causes = List.copyOf(causes);
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
  }

  /** Somebody has seen it. */
  record AlertAcknowledged(String account, String alert, AlertType type, String by)
      implements HealthEvent {}

  /** Somebody does not want to see it before that time. */
  record AlertSnoozed(String account, String alert, AlertType type, String until, String by)
      implements HealthEvent {}

  /** Somebody is to see to it; nobody when {@code to} is missing. */
  record AlertAssigned(String account, String alert, AlertType type, @Nullable String to, String by)
      implements HealthEvent {}

  /**
   * It is over.
   *
   * @param reason such as {@code recovered}, {@code renewed} or {@code by-hand}
   * @param by who cleared it by hand
   */
  record AlertCleared(
      String account, String alert, AlertType type, String reason, @Nullable String by)
      implements HealthEvent {}
}
