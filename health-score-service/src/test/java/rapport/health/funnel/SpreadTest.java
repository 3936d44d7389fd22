package rapport.health.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpreadTest {

  private final Spread spread = new Spread();

  @Test
  void nothing_took_no_time_at_all() {
    spread.add(null);
    assertThat(spread.median()).isNull();
    assertThat(spread.medianMinutes()).isNull();
  }

  @Test
  void half_were_done_within_the_median_and_nine_in_ten_within_p90() {
    for (int seconds = 10; seconds >= 1; seconds--) {
      spread.add(Duration.ofSeconds(seconds));
    }
    assertThat(spread.median()).isEqualTo(5);
    assertThat(spread.within(90)).isEqualTo(9);
  }

  @Test
  void one_is_the_median_and_the_p90() {
    spread.add(Duration.ofMillis(7_900));
    assertThat(spread.median()).isEqualTo(7);
    assertThat(spread.within(90)).isEqualTo(7);
  }

  @Test
  void many_that_took_the_same_weigh_as_many() {
    spread.add(Duration.ofSeconds(1));
    spread.add(Duration.ofSeconds(30));
    spread.add(Duration.ofSeconds(30));
    assertThat(spread.median()).isEqualTo(30);
    assertThat(spread.medianMinutes()).isEqualTo(0.5);
  }

  @Test
  void a_clock_that_went_back_took_no_time() {
    spread.add(Duration.ofSeconds(-5));
    assertThat(spread.median()).isZero();
  }
}
