package rapport.runtime.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessionTest {

  @ParameterizedTest
  @CsvSource({
    "0,1,NEXT",
    "0,2,GAP",
    "1,1,DUPLICATE",
    "5,1,DUPLICATE",
    "5,5,DUPLICATE",
    "5,6,NEXT",
    "5,7,GAP",
    "9223372036854775806,9223372036854775807,NEXT"
  })
  void an_event_is_a_duplicate_the_next_or_behind_a_gap(
      long viewRev, long eventRev, Succession expected) {
    assertThat(Succession.of(viewRev, eventRev)).isEqualTo(expected);
  }
}
