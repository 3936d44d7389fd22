package rapport.embedding.intent.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import rapport.embedding.intent.Classification;
import rapport.embedding.intent.Ranked;

class FiguresTest {

  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void count_what_is_right_and_every_label_alike() {
    var figures =
        Figures.of(
            List.of(told("a", "a"), told("a", "a"), told("a", "a"), told("b", "a")), List.of());
    assertThat(figures.get("accuracy")).isEqualTo(.75);
    assertThat(figures.get("macroF1")).isCloseTo(6d / 7 / 2, CLOSE);
    assertThat(figures).doesNotContainKey("oosAuroc");
  }

  @Test
  void say_how_far_confidence_is_from_success() {
    var figures = Figures.of(List.of(told("a", "a"), told("b", "a")), List.of());
    assertThat(figures.get("ece")).isCloseTo(.4, CLOSE);
  }

  @Test
  void say_how_well_strangers_are_told_from_friends() {
    assertThat(Figures.auroc(new double[] {.4, .8}, new double[] {.1, .4}))
        .isCloseTo(3.5 / 4, CLOSE);
    var friends = IntStream.range(0, 20).mapToDouble(i -> i / 20d).toArray();
    assertThat(Figures.recall(friends, new double[] {-.1, .04, .05, .9})).isEqualTo(.5);
  }

  @Test
  void find_the_value_in_the_middle_and_near_the_end() {
    var values = IntStream.rangeClosed(0, 100).mapToDouble(i -> 100 - i).toArray();
    assertThat(Figures.percentile(values, .5)).isEqualTo(50);
    assertThat(Figures.percentile(values, .99)).isEqualTo(99);
    assertThat(Figures.percentile(new double[] {7}, .99)).isEqualTo(7);
  }

  private static Told told(String label, String said) {
    return new Told(label, new Classification(List.of(new Ranked(said, .9)), .5));
  }
}
