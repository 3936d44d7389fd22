package rapport.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void a_percentile_is_the_time_within_which_that_share_was() {
    var samples = new Samples();
    LongStream.rangeClosed(1, 200).map(n -> n * 1_000_000).forEach(samples::add);
    assertThat(samples.percentile(0.5)).isEqualTo(100);
    assertThat(samples.percentile(0.99)).isEqualTo(198);
    assertThat(samples.percentile(1)).isEqualTo(200);
    assertThat(samples)
        .hasToString("p50 100.0 ms, p90 180.0 ms, p99 198.0 ms, longest 200.0 ms (200)");
  }

  @Test
  void there_is_none_without_samples() {
    assertThat(new Samples().percentile(0.5)).isNaN();
  }
}
