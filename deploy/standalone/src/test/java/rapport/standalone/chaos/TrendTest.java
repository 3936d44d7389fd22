package rapport.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrendTest {

  @Test
  void a_heap_that_is_collected_now_and_then_does_not_grow() {
    var trend = new Vitals.Trend();
    for (var look = 0; look < 100; look++) {
      trend.add(look / 100.0, 40 + look % 5);
    }
    assertThat(trend.slope()).isEqualTo(0, within(1e-9));
    assertThat(trend.most()).isEqualTo(44);
  }

  @Test
  void what_grows_is_told_for_an_hour() {
    var trend = new Vitals.Trend();
    for (var look = 0; look < 100; look++) {
      trend.add(look / 100.0, 40 + look * 0.3 + look % 10);
    }
    assertThat(trend.slope()).isEqualTo(30, within(0.5));
    assertThat(trend.last()).isGreaterThan(trend.first());
  }
}
