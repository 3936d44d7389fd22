package rapport.conversation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import rapport.conversation.evaluation.Judgement.Value;

class SharesTest {

  private static Value value(double confidence, boolean right) {
    return new Value("job_title", "string", "x", "x", confidence, right);
  }

  @Test
  void confidence_is_calibrated_when_it_is_as_often_right_as_it_says() {
    var calibrated =
        List.of(value(0.75, true), value(0.75, true), value(0.75, true), value(0.75, false));
    var boastful = List.of(value(0.95, true), value(0.95, false));

    assertThat(Reliability.of(calibrated).error()).isCloseTo(0, Offset.offset(1e-9));
    assertThat(Reliability.of(boastful).error()).isCloseTo(0.45, Offset.offset(1e-9));
    assertThat(Reliability.of(List.of()).error()).isNull();
  }

  @Test
  void a_percentile_is_a_time_that_occurred() {
    var times = new CpuTimes(List.of(3.0, 1.0, 4.0, 2.0));

    assertThat(times.percentile(0.5)).isEqualTo(2);
    assertThat(times.percentile(0.99)).isEqualTo(4);
    assertThat(times.percentile(0)).isEqualTo(1);
  }

  @Test
  void shares_of_nothing_are_none() {
    assertThat(Share.of(0, 0)).isNull();
    assertThat(Share.shown(null)).isEqualTo("-");
    assertThat(Share.shown(1.0)).isEqualTo("1.000");
    assertThat(Share.shown(0.9567)).isEqualTo(".957");
  }
}
