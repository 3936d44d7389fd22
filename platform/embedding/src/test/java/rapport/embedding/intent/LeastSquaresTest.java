package rapport.embedding.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {

  private static final double DOUBT = .2;
  private static final int LABELS = 3;

  @Test
  void tells_a_stranger_by_the_examples_it_is_like() {
    var apart = new SymmetricMatrix(new double[][] {{1}, {.8, 1}, {0, 0, 1}});
    var scores =
        LeastSquares.fit(apart, new int[] {0, 0, 1}, 2, DOUBT).scores(new double[] {.7, .9, .1});
    assertThat(scores[0]).isGreaterThan(.5);
    assertThat(scores[1]).isLessThan(.2);
  }

  @Test
  void says_nothing_about_what_it_has_never_seen() {
    var alone = new SymmetricMatrix(new double[][] {{1}});
    var scores = LeastSquares.fit(alone, new int[] {0}, 1, DOUBT).scores(new double[] {0});
    assertThat(scores).containsExactly(0);
  }

  @Test
  void knows_what_an_example_would_get_without_learning_again() {
    for (int seed = 0; seed < 20; seed++) {
      var size = 4 + seed;
      var alike = SymmetricMatrixTest.positiveDefinite(size, new Random(seed));
      var has = IntStream.range(0, size).map(i -> i % LABELS).toArray();
      var all = LeastSquares.fit(alike, has, LABELS, DOUBT);
      for (int gone = 0; gone < size; gone++) {
        assertThat(all.leftOut()[gone])
            .containsExactly(learntWithout(gone, alike, has), within(1e-6));
      }
    }
  }

  private static double[] learntWithout(int gone, SymmetricMatrix alike, int[] has) {
    var others = IntStream.range(0, has.length).filter(one -> one != gone).toArray();
    var rows = new double[others.length][];
    for (int i = 0; i < others.length; i++) {
      rows[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        rows[i][j] = alike.get(others[i], others[j]);
      }
    }
    var labels = IntStream.of(others).map(one -> has[one]).toArray();
    return LeastSquares.fit(new SymmetricMatrix(rows), labels, LABELS, DOUBT)
        .scores(IntStream.of(others).mapToDouble(one -> alike.get(gone, one)).toArray());
  }
}
