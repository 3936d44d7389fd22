package rapport.embedding.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SymmetricMatrixTest {

  @Test
  void times_its_inverse_is_one() {
    for (int size = 1; size < 30; size++) {
      var matrix = positiveDefinite(size, new Random(size));
      var inverse = matrix.inverse();
      for (int row = 0; row < size; row++) {
        for (int column = 0; column < size; column++) {
          var product = 0d;
          for (int i = 0; i < size; i++) {
            product += matrix.get(row, i) * inverse.get(i, column);
          }
          assertThat(product).isCloseTo(row == column ? 1 : 0, within(1e-8));
        }
      }
    }
  }

  @Test
  void stays_as_it_was_when_inverted_or_added_to() {
    var matrix = new SymmetricMatrix(new double[][] {{2}, {0, 4}});
    assertThat(matrix.plusDiagonal(1).get(0, 0)).isEqualTo(3);
    assertThat(matrix.inverse().get(1, 1)).isEqualTo(.25);
    assertThat(matrix.get(0, 0)).isEqualTo(2);
    assertThat(matrix.get(1, 1)).isEqualTo(4);
  }

  @Test
  void refuses_to_invert_what_has_no_inverse() {
    var twice = new SymmetricMatrix(new double[][] {{1}, {1, 1}});
    assertThatThrownBy(twice::inverse).isInstanceOf(ArithmeticException.class);
    var nothing = new SymmetricMatrix(new double[][] {{Double.NaN}});
    assertThatThrownBy(nothing::inverse).isInstanceOf(ArithmeticException.class);
  }

  static SymmetricMatrix positiveDefinite(int size, Random random) {
    var factor = new double[size][size];
    for (var row : factor) {
      for (int i = 0; i < size; i++) {
        row[i] = random.nextGaussian();
      }
    }
    var rows = new double[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        for (int k = 0; k < size; k++) {
          rows[i][j] += factor[i][k] * factor[j][k];
        }
      }
    }
    return new SymmetricMatrix(rows).plusDiagonal(.1);
  }
}
