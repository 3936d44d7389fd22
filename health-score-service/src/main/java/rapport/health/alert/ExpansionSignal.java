package rapport.health.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthEvent.AlertType;
import rapport.health.score.Input;

/**
 * Fires when usage grew by more than half in 28 days, or nine of ten seats are used. Clears when
 * what fired it is known to be over: growth below 30 %, seats below 85 %. Quiet for 30 days then.
 */
final class ExpansionSignal implements Detector {

  private static final double GROWTH = .5;
  private static final double GROWTH_OVER = .3;
  private static final double SEATS = .9;
  private static final double SEATS_OVER = .85;
  private static final Duration COOL_DOWN = Duration.ofDays(30);
  private static final String BY_GROWTH = "usage-growth";
  private static final String BY_SEATS = "seats-used";

  @Override
  public AlertType type() {
    return AlertType.EXPANSION_SIGNAL;
  }

  @Override
  public Finding look(Situation situation, @Nullable Alert latest) {
    var growth = situation.health().inputs().get(Input.USAGE_GROWTH);
    var seats = situation.health().inputs().get(Input.WEEKLY_ACTIVE);
    var figures = new HashMap<String, Double>();
    var causes = new ArrayList<String>();
    if (growth != null) {
      figures.put(BY_GROWTH, growth);
      if (growth > GROWTH) {
        causes.add(BY_GROWTH);
      }
    }
    if (seats != null) {
      figures.put(BY_SEATS, seats);
      if (seats >= SEATS) {
        causes.add(BY_SEATS);
      }
    }
    if (latest != null && latest.isOpen()) {
      causes.removeAll(latest.causes());
      return causes.isEmpty() ? over(latest, growth, seats) : raised(causes, figures);
    }
    return causes.isEmpty() || (latest != null && latest.isWithin(COOL_DOWN, situation.now()))
        ? Finding.NOTHING
        : raised(causes, figures);
  }

  private static Finding over(Alert open, @Nullable Double growth, @Nullable Double seats) {
    var over =
        open.causes().stream()
            .allMatch(cause ->
                cause.equals(BY_GROWTH)
                    ? growth != null && growth < GROWTH_OVER
                    : seats != null && seats < SEATS_OVER);
    return over ? new Finding.Cleared("over") : Finding.NOTHING;
  }

  private static Finding raised(List<String> causes, Map<String, Double> figures) {
    return new Finding.Raised(causes, figures, Map.<String, Instant>of());
  }
}
