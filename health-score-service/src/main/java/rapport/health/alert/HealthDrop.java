package rapport.health.alert;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthEvent.AlertType;
import rapport.contracts.HealthEvent.Band;

/**
 * Fires when the score is ten points below the highest of the last seven days, or in a worse band
 * than the day before or earlier today. Clears when the score stood three points above the limit it
 * fell below on two days in a row; a drop within a band clears three points above where it ended.
 * Quiet for seven days then, unless ten more points are lost. Says nothing while the score is
 * provisional.
 */
final class HealthDrop implements Detector {

  static final String SCORE = "score";
  static final String LINE = "recovers-at";

  private static final double DROP = 10;
  private static final double RECOVERY = 3;
  private static final int DAYS = 7;
  private static final Duration COOL_DOWN = Duration.ofDays(7);

  @Override
  public AlertType type() {
    return AlertType.HEALTH_DROP;
  }

  @Override
  public Finding look(Situation situation, @Nullable Alert latest) {
    var health = situation.health();
    if (health.score().isEmpty() || health.isProvisional()) {
      return Finding.NOTHING;
    }
    var score = health.score().getAsDouble();
    if (latest != null && latest.isOpen()) {
      return whileOpen(situation, score, latest);
    }
    var quiet =
        latest != null
            && latest.isWithin(COOL_DOWN, situation.now())
            && score > latest.figure(SCORE, 0) - DROP;
    return quiet ? Finding.NOTHING : drop(situation, score);
  }

  private static Finding whileOpen(Situation situation, double score, Alert open) {
    if (score <= open.figure(SCORE, 0) - DROP) {
      var line = Math.min(open.figure(LINE, 0), limit(open.figure(SCORE, 0), score));
      return new Finding.Raised(
          List.of("dropped-again"), Map.of(SCORE, score, LINE, line), Map.of());
    }
    var days = situation.history();
    var raisedOn = LocalDate.ofInstant(open.raisedAt(), situation.zone());
    var recovered =
        days.size() >= 2
            && days.subList(days.size() - 2, days.size()).stream()
                .allMatch(
                    day -> day.day().isAfter(raisedOn) && day.score() >= open.figure(LINE, 0));
    return recovered ? new Finding.Cleared("recovered") : Finding.NOTHING;
  }

  private static Finding drop(Situation situation, double score) {
    var today = situation.today();
    var high =
        situation.history().stream()
            .filter(day -> !day.day().isBefore(today.minusDays(DAYS)))
            .mapToDouble(DayScore::high)
            .max()
            .orElse(score);
    var causes = new ArrayList<String>();
    if (score <= high - DROP) {
      causes.add("ten-points-in-seven-days");
    }
    var before = before(situation, score);
    if (Band.of(score).isWorseThan(Band.of(before))) {
      causes.add("band-down");
    }
    return causes.isEmpty()
        ? Finding.NOTHING
        : new Finding.Raised(
            causes,
            Map.of(SCORE, score, "was", high, LINE, limit(Math.max(high, before), score)),
            Map.of());
  }

  /** The last score of the day before, or the highest of today when that is more. */
  private static double before(Situation situation, double score) {
    var today = situation.today();
    var earlierToday =
        situation.history().stream()
            .filter(day -> day.day().equals(today))
            .mapToDouble(DayScore::high)
            .max()
            .orElse(score);
    return situation.history().stream()
        .filter(day -> day.day().isBefore(today) && !day.day().isBefore(today.minusDays(DAYS)))
        .max(Comparator.comparing(DayScore::day))
        .map(day -> Math.max(day.score(), earlierToday))
        .orElse(earlierToday);
  }

  private static double limit(double was, double score) {
    var limit = Band.of(was).from();
    return (limit > score ? limit : score) + RECOVERY;
  }
}
