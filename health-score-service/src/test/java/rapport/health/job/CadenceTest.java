package rapport.health.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CadenceTest {

  @Test
  void a_week_begins_on_monday_and_a_quarter_in_january_april_july_or_october() {
    assertThat(Cadence.WEEKLY.of(LocalDate.parse("2026-03-08")).id())
        .isEqualTo("weekly-2026-03-02");
    assertThat(Cadence.WEEKLY.of(LocalDate.parse("2026-03-09")).id())
        .isEqualTo("weekly-2026-03-09");
    assertThat(Cadence.QUARTERLY.of(LocalDate.parse("2026-06-30")))
        .isEqualTo(
            new Period(
                Cadence.QUARTERLY, LocalDate.parse("2026-04-01"), LocalDate.parse("2026-06-30")));
  }

  @Test
  void periods_follow_one_another_without_gaps_over_years() {
    for (var cadence : Cadence.values()) {
      var day = LocalDate.parse("2023-12-25");
      var period = cadence.of(day);
      while (period.to().isBefore(LocalDate.parse("2028-03-10"))) {
        var next = cadence.of(period.to().plusDays(1));
        assertThat(next.from()).as(cadence.wire()).isEqualTo(period.to().plusDays(1));
        assertThat(cadence.of(next.to())).isEqualTo(next);
        period = next;
      }
    }
  }

  @Test
  void after_three_days_everything_that_ended_is_due_once() {
    var today = LocalDate.parse("2026-04-02");
    var last = LocalDate.parse("2026-03-29");
    assertThat(
            Arrays.stream(Cadence.values())
                .flatMap(it -> it.due(today, it.of(it.of(last).from().minusDays(1))).stream())
                .map(Period::id))
        .containsExactly(
            "daily-2026-03-29",
            "daily-2026-03-30",
            "daily-2026-03-31",
            "daily-2026-04-01",
            "weekly-2026-03-23",
            "monthly-2026-03-01",
            "quarterly-2026-01-01");
  }
}
