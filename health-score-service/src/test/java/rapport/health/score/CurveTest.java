package rapport.health.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveTest {

  @ParameterizedTest
  @CsvSource({"-1,0", "-.5,0", "-.25,.35", "0,.7", ".125,.85", ".25,1", "9,1"})
  void goes_straight_from_point_to_point_and_is_level_outside(double x, double y) {
    assertThat(Curve.of(-.5, 0, 0, .7, .25, 1).at(x)).isCloseTo(y, within(1e-12));
  }

  @Test
  void a_curve_that_cannot_be_used_says_why() {
    assertThat(Curve.of(0, 1).fault(true)).hasValueSatisfying(it -> assertThat(it).contains("two"));
    assertThat(Curve.of(0, 0, 0, 1).fault(true)).isPresent();
    assertThat(Curve.of(0, 0, 1, .6, 2, .5, 3, 1).fault(true)).isPresent();
    assertThat(Curve.of(0, 1, 1, 0).fault(true)).isPresent();
    assertThat(Curve.of(0, 0, 1, 1).fault(false)).isPresent();
    assertThat(Curve.of(0, 0, 1, 1.2).fault(true)).isPresent();
    assertThat(Curve.of(0, 0, Double.NaN, 1).fault(true)).isPresent();
    assertThat(Curve.of(0, .2, 1, 1).fault(true)).isPresent();
    assertThat(Curve.of(0, 0, 1, .9).fault(true)).isPresent();
    assertThat(Curve.of(0, 0, 1, 1).fault(true)).isEmpty();
  }

  @Test
  void a_model_names_every_fault_and_its_place() {
    var rules = new EnumMap<>(ScoringModel.STANDARD.rules());
    rules.put(Input.CSAT, new ScoringModel.Rule(.25, Curve.of(5, 1, 1, 0)));
    rules.remove(Input.ROI);
    assertThat(new ScoringModel(1, rules).faults())
        .extracting(ScoringModel.Fault::path)
        .containsExactly("support.csat.curve", "support", "outcomes.roi", "outcomes");
  }
}
