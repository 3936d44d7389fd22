package rapport.embedding.intent;

import java.util.Arrays;

/** A symmetric matrix by its lower triangle: row {@code i} has {@code i + 1} numbers. */
final class SymmetricMatrix {

  private final double[][] rows;

  SymmetricMatrix(double[][] rows) {
    this.rows = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  double get(int row, int column) {
    return row >= column ? rows[row][column] : rows[column][row];
  }

  /** With {@code number} added to every element of the diagonal. */
  SymmetricMatrix plusDiagonal(double number) {
    var sum = new SymmetricMatrix(rows);
    for (int i = 0; i < rows.length; i++) {
      sum.rows[i][i] += number;
    }
    return sum;
  }

  /**
   * The inverse, by sweeping one row after the other; no row has to be exchanged, because the
   * matrix is positive definite.
   *
   * @throws ArithmeticException when it is not
   */
  SymmetricMatrix inverse() {
    var swept = new SymmetricMatrix(rows);
    for (int k = 0; k < rows.length; k++) {
      sweep(swept.rows, k);
    }
    for (var row : swept.rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] = -row[j];
      }
    }
    return swept;
  }

  private static void sweep(double[][] rows, int k) {
    var pivot = rows[k][k];
    if (!(pivot > 0)) {
      throw new ArithmeticException("not positive definite");
    }
    var column = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      column[i] = i < k ? rows[k][i] : rows[i][k];
    }
    column[k] = 0;
    for (int i = 0; i < rows.length; i++) {
      subtract(rows[i], column[i] / pivot, column);
    }
    for (int i = 0; i < rows.length; i++) {
      if (i < k) {
        rows[k][i] = column[i] / pivot;
      } else {
        rows[i][k] = column[i] / pivot;
      }
    }
    rows[k][k] = -1 / pivot;
  }

  private static void subtract(double[] row, double factor, double[] column) {
    for (int j = 0; j < row.length; j++) {
      row[j] -= factor * column[j];
    }
  }
}
