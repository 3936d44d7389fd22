package rapport.health.account;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The middle of numbers, and how far they lie from it. */
public final class Median {

  /** Makes a median absolute deviation comparable to a standard deviation. */
  private static final double NORMAL = 1.4826;

  private Median() {}

  /** The middle one, or the mean of the middle two; NaN of none. */
  public static double of(DoubleStream numbers) {
    var sorted = numbers.sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    var middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The median distance from the median, in standard deviations of a normal distribution. */
  public static double spread(double[] numbers) {
    var median = of(Arrays.stream(numbers));
    return NORMAL * of(Arrays.stream(numbers).map(number -> Math.abs(number - median)));
  }
}
