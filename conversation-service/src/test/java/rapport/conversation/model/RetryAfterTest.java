package rapport.conversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");

  @Test
  void reads_seconds_and_dates() {
    assertThat(RetryAfter.read("120", NOW)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.read("Sat, 21 Nov 2026 15:00:30 GMT", NOW))
        .contains(Duration.ofSeconds(30));
  }

  @Test
  void a_date_gone_by_is_no_wait() {
    assertThat(RetryAfter.read("Sat, 21 Nov 2026 14:00:00 GMT", NOW)).contains(Duration.ZERO);
  }

  @Test
  void nobody_is_silenced_for_more_than_an_hour() {
    for (var much :
        new String[] {"86400", "99999999999999999999", "Sun, 21 Nov 2027 15:00:00 GMT"}) {
      assertThat(RetryAfter.read(much, NOW)).as(much).contains(Duration.ofHours(1));
    }
  }

  @Test
  void what_cannot_be_read_says_nothing() {
    for (var nothing : new String[] {"", " ", "soon", "-5", "1.5"}) {
      assertThat(RetryAfter.read(nothing, NOW)).as(nothing).isEmpty();
    }
    assertThat(RetryAfter.read(null, NOW)).isEmpty();
  }
}
