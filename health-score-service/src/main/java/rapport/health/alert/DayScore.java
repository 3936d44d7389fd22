package rapport.health.alert;

import java.time.LocalDate;

/**
 * An account's score on a day.
 *
 * @param score the last of the day
 * @param high the highest of the day
 */
public record DayScore(LocalDate day, double score, double high) {

  /** The day with one more score. */
  public DayScore then(double next) {
    return new DayScore(day, next, Math.max(high, next));
  }
}
