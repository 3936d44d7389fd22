package rapport.health.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.HealthEvent.AlertType;
import rapport.health.account.AccountFacts;
import rapport.health.score.Factor;
import rapport.health.score.Health;
import rapport.health.score.Input;
import rapport.health.score.ScoringModel;

class HealthDropTest {

  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  private static final List<DayScore> GOOD_DAYS = List.of(new DayScore(TODAY.minusDays(1), 85, 85));

  @Test
  void a_score_that_falls_by_ten_points_is_a_drop() {
    assertThat(look(worst(Factor.values()))).isInstanceOf(Finding.Raised.class);
  }

  @Test
  void while_data_is_stale_no_drop_is_alerted_however_low_the_score() {
    var stale = worst(Factor.RELATIONSHIP);
    assertThat(stale.isProvisional()).isTrue();
    assertThat(stale.score()).hasValue(0);
    assertThat(look(stale)).isEqualTo(Finding.NOTHING);
  }

  @Test
  void who_works_on_a_drop_does_not_put_off_its_end() {
    var raised = new Finding.Raised(List.of("band-down"), Map.of(HealthDrop.LINE, 83.0), Map.of());
    var opened =
        Alert.opened("id", "a", AlertType.HEALTH_DROP, raised, NOW.minus(Duration.ofDays(3)));
    var seen = opened.acknowledged("ada", NOW.minusSeconds(60)).assigned("bo", "ada", NOW);
    var days = List.of(new DayScore(TODAY.minusDays(1), 85, 85), new DayScore(TODAY, 86, 86));

    assertThat(look(best(), seen, days)).isEqualTo(new Finding.Cleared("recovered"));
    var again = seen.updated(raised, NOW.minusSeconds(30));
    assertThat(look(best(), again, days)).isEqualTo(Finding.NOTHING);
  }

  private static Finding look(Health health, Alert open, List<DayScore> days) {
    var situation = new Situation(NOW, ZoneOffset.UTC, AccountFacts.NONE, health, days);
    return new HealthDrop().look(situation, open);
  }

  private static Finding look(Health health) {
    var situation = new Situation(NOW, ZoneOffset.UTC, AccountFacts.NONE, health, GOOD_DAYS);
    return new HealthDrop().look(situation, null);
  }

  private static Health best() {
    return all(true, Factor.values());
  }

  /** Every input of these factors as bad as it can be, and nothing else known. */
  private static Health worst(Factor... factors) {
    return all(false, factors);
  }

  private static Health all(boolean good, Factor... factors) {
    var inputs = new EnumMap<Input, Double>(Input.class);
    for (var input : Input.values()) {
      if (List.of(factors).contains(input.factor())) {
        inputs.put(input, input.moreIsBetter() == good ? 1e6 : -1e6);
      }
    }
    return Health.of(ScoringModel.STANDARD, inputs);
  }
}
