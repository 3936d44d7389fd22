package rapport.embedding.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void is_as_confident_as_it_was_right() {
    var random = new Random(1);
    var scores = new double[4_000][];
    var labels = new int[scores.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = new double[] {.6, .4};
      labels[i] = random.nextInt(10) < 8 ? 0 : 1;
    }
    assertThat(Calibration.learn(scores, labels).confidences(scores[0])[0])
        .isCloseTo(.8, within(.02));
  }

  @Test
  void shares_a_whole_among_the_labels() {
    var calibration = Calibration.learn(new double[0][], new int[0]);
    var confidences = calibration.confidences(new double[] {.9, .1, -.3});
    assertThat(Arrays.stream(confidences).sum()).isCloseTo(1, within(1e-9));
    assertThat(confidences[0]).isGreaterThan(confidences[1]);
    assertThat(confidences[1]).isGreaterThan(confidences[2]);
  }

  @Test
  void ranks_a_text_among_the_examples_by_its_best_score() {
    var scores = new double[][] {{.5, 0}, {.6, 0}, {.7, 0}, {0, .8}};
    var calibration = Calibration.learn(scores, new int[] {0, 0, 0, 1});
    assertThat(calibration.inScope(new double[] {.65, 0})).isBetween(.4, .6);
    assertThat(calibration.inScope(new double[] {.1, 0})).isBetween(0d, .2);
    assertThat(calibration.inScope(new double[] {0, .99})).isBetween(.8, 1d);
  }

  @Test
  void tells_any_two_scores_apart() {
    var scores = new double[][] {{.5}, {.5}, {.7}};
    var calibration = Calibration.learn(scores, new int[] {0, 0, 0});
    var before = -1d;
    for (double score = -.3; score < 1.2; score += .01) {
      var inScope = calibration.inScope(new double[] {score});
      assertThat(inScope).isGreaterThan(before).isBetween(0d, 1d);
      before = inScope;
    }
  }

  @Test
  void has_an_opinion_even_when_it_has_seen_nothing() {
    var calibration = Calibration.learn(new double[0][], new int[0]);
    assertThat(calibration.inScope(new double[] {1})).isBetween(.5, 1d);
    assertThat(calibration.inScope(new double[] {0})).isLessThan(.5);
  }
}
