package rapport.lead.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeadWatchTest {

  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  private final LeadWatch watch = new LeadWatch(NOW);

  @Test
  void a_change_is_told_once_and_the_next_one_again() {
    assertThat(watch.isNews("a", 1, NOW)).isTrue();
    assertThat(watch.isNews("a", 1, NOW)).isFalse();
    assertThat(watch.isNews("a", 2, NOW)).isTrue();
    assertThat(watch.isNews("a", 1, NOW)).isFalse();
  }

  @Test
  void a_change_that_is_stored_after_a_later_one_is_not_lost() {
    var earlier = NOW.plusMillis(10);
    assertThat(watch.isNews("a", 1, NOW.plusSeconds(2))).isTrue();
    assertThat(watch.since()).isBefore(earlier);
    assertThat(watch.isNews("b", 1, earlier)).isTrue();
    assertThat(watch.isNews("a", 1, NOW.plusSeconds(2))).isFalse();
  }

  @Test
  void what_is_not_asked_for_any_more_is_forgotten() {
    assertThat(watch.isNews("a", 1, NOW)).isTrue();
    assertThat(watch.isNews("b", 1, NOW.plusSeconds(60))).isTrue();
    assertThat(watch.since()).isAfter(NOW);
    assertThat(watch.isNews("a", 1, NOW)).isTrue();
  }
}
