package rapport.embedding.intent;

import java.util.Arrays;

/**
 * What the scores of a classifier are worth, learnt from scores its examples get when each is left
 * out in turn.
 */
final class Calibration {

  private static final double GENTLEST = Math.log(1);
  private static final double STEEPEST = Math.log(200);
  private static final double DEFAULT = 10;
  private static final int STEPS = 30;

  private final double steepness;
  private final double[] familiarity;

  private Calibration(double steepness, double[] familiarity) {
    this.steepness = steepness;
    this.familiarity = familiarity;
  }

  /**
   * @param scores for each example a score per label
   * @param labels for each example the label it has
   */
  static Calibration learn(double[][] scores, int[] labels) {
    var best = Arrays.stream(scores).mapToDouble(Calibration::best).sorted().toArray();
    return new Calibration(scores.length == 0 ? DEFAULT : steepness(scores, labels), best);
  }

  /** The surprise is convex in the steepness, so that cutting the range finds its least. */
  private static double steepness(double[][] scores, int[] labels) {
    var low = GENTLEST;
    var high = STEEPEST;
    for (int i = 0; i < STEPS; i++) {
      var third = (high - low) / 3;
      if (surprise(scores, labels, Math.exp(low + third))
          < surprise(scores, labels, Math.exp(high - third))) {
        high -= third;
      } else {
        low += third;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double surprise(double[][] scores, int[] labels, double steepness) {
    var sum = 0d;
    for (int i = 0; i < scores.length; i++) {
      sum -= Math.log(Math.max(shares(scores[i], steepness)[labels[i]], Double.MIN_NORMAL));
    }
    return sum;
  }

  /** A confidence per label; they sum up to 1. */
  double[] confidences(double[] scores) {
    return shares(scores, steepness);
  }

  private static double[] shares(double[] scores, double steepness) {
    var best = best(scores);
    var shares = new double[scores.length];
    var sum = 0d;
    for (int i = 0; i < scores.length; i++) {
      shares[i] = Math.exp(steepness * (scores[i] - best));
      sum += shares[i];
    }
    for (int i = 0; i < scores.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  /**
   * The share of examples with a lesser best score, in between by distance, so that no two scores
   * fall together.
   */
  double inScope(double[] scores) {
    var score = best(scores);
    var found = Arrays.binarySearch(familiarity, score);
    var above = found < 0 ? -found - 1 : found;
    var lower = above == 0 ? Math.min(0, familiarityOr(0, 1)) - 1 : familiarity[above - 1];
    var upper =
        above == familiarity.length
            ? Math.max(1, familiarityOr(familiarity.length - 1, 0)) + 1
            : familiarity[above];
    var between = upper == lower ? 0 : Math.clamp((score - lower) / (upper - lower), 0, 1);
    return (above + between) / (familiarity.length + 1);
  }

  private double familiarityOr(int index, double otherwise) {
    return familiarity.length == 0 ? otherwise : familiarity[index];
  }

  private static double best(double[] scores) {
    return Arrays.stream(scores).max().orElseThrow();
  }
}
