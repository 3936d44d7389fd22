package rapport.health.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import rapport.health.account.AccountFacts;
import rapport.health.score.Health;

/**
 * All that detectors look at.
 *
 * @param zone says which day it is
 * @param history scores that were not provisional, by day, today's last
 */
public record Situation(
    Instant now, ZoneId zone, AccountFacts facts, Health health, List<DayScore> history) {

  public Situation {
    history = List.copyOf(history);
  }

  public LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }
}
