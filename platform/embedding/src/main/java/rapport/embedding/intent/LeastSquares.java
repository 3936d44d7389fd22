package rapport.embedding.intent;

/**
 * Regularised least squares in closed form: for each label the function of the examples that comes
 * closest to one at those that have it and to zero at the others.
 */
final class LeastSquares {

  private final double[][] weights;
  private final double[][] leftOut;

  private LeastSquares(double[][] weights, double[][] leftOut) {
    this.weights = weights;
    this.leftOut = leftOut;
  }

  /**
   * Fits.
   *
   * @param alike how alike the examples are among themselves
   * @param has for each example the number of its label
   * @param labels how many labels there are
   * @param doubt the greater, the less a single example counts that contradicts the others
   */
  static LeastSquares fit(SymmetricMatrix alike, int[] has, int labels, double doubt) {
    var inverse = alike.plusDiagonal(doubt).inverse();
    var weights = new double[has.length][labels];
    for (int i = 0; i < has.length; i++) {
      for (int j = 0; j < has.length; j++) {
        weights[i][has[j]] += inverse.get(i, j);
      }
    }
    return new LeastSquares(weights, leftOut(inverse, weights, has));
  }

  /** The residual without an example is its weight over its own element of the inverse. */
  private static double[][] leftOut(SymmetricMatrix inverse, double[][] weights, int[] has) {
    var leftOut = new double[has.length][];
    for (int i = 0; i < has.length; i++) {
      leftOut[i] = weights[i].clone();
      for (int label = 0; label < leftOut[i].length; label++) {
        leftOut[i][label] /= -inverse.get(i, i);
      }
      leftOut[i][has[i]] += 1;
    }
    return leftOut;
  }

  /** For each example the score per label it would get had it not been there. */
  double[][] leftOut() {
    return leftOut;
  }

  /** A score per label: near one for the label of what it is like, near zero for all others. */
  double[] scores(double[] alike) {
    var scores = new double[weights[0].length];
    for (int i = 0; i < alike.length; i++) {
      for (int label = 0; label < scores.length; label++) {
        scores[label] += alike[i] * weights[i][label];
      }
    }
    return scores;
  }
}
