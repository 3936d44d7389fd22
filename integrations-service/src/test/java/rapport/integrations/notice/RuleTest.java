package rapport.integrations.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {

  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  private static final Quiet NIGHT = new Quiet(LocalTime.of(20, 0), LocalTime.of(7, 0), VIENNA);

  @Test
  void without_a_window_it_is_told_at_once() {
    var now = Instant.parse("2026-03-02T09:00:01Z");
    assertThat(rule(Duration.ZERO, null).due(now)).isEqualTo(now);
  }

  @Test
  void what_happens_within_a_window_is_told_at_its_end() {
    var rule = rule(Duration.ofMinutes(15), null);
    var end = Instant.parse("2026-03-02T09:15:00Z");
    assertThat(rule.due(Instant.parse("2026-03-02T09:00:00Z"))).isEqualTo(end);
    assertThat(rule.due(Instant.parse("2026-03-02T09:14:59.999Z"))).isEqualTo(end);
    assertThat(rule.due(end)).isEqualTo(end.plusSeconds(900));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T18:59:59Z, 2026-03-02T18:59:59Z",
    "2026-03-02T19:00:00Z, 2026-03-03T06:00:00Z",
    "2026-03-03T05:59:59Z, 2026-03-03T06:00:00Z",
    "2026-03-03T06:00:00Z, 2026-03-03T06:00:00Z",
    "2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z",
  })
  void nobody_is_told_in_quiet_hours_of_their_own_clock(Instant happens, Instant told) {
    assertThat(rule(Duration.ZERO, NIGHT).due(happens)).isEqualTo(told);
  }

  @Test
  void quiet_hours_within_a_day_end_on_that_day() {
    var lunch = new Quiet(LocalTime.of(12, 0), LocalTime.of(13, 0), VIENNA);
    assertThat(lunch.after(Instant.parse("2026-03-02T11:30:00Z")))
        .isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
    assertThat(lunch.after(Instant.parse("2026-03-02T12:30:00Z")))
        .isEqualTo(Instant.parse("2026-03-02T12:30:00Z"));
  }

  private static Rule rule(Duration every, @Nullable Quiet quiet) {
    return new Rule(
        "nr-1",
        "Alerts",
        true,
        Set.of(Occasion.HEALTH_DROP),
        List.of(new Channel.Slack("C1")),
        every,
        quiet,
        "en",
        Instant.EPOCH,
        Instant.EPOCH,
        1);
  }
}
