package rapport.embedding;

import java.util.Collection;

/** Arithmetic with vectors of one dimension. */
public final class Vectors {

  private Vectors() {}

  /**
   * How alike two directions are.
   *
   * @return from -1 (opposite) to 1 (the same); 0 when one of them is nothing but zeros
   */
  public static double cosine(float[] a, float[] b) {
    var shared = dot(a, b);
    var lengths = Math.sqrt(dot(a, a) * dot(b, b));
    return lengths == 0 ? 0 : Math.clamp(shared / lengths, -1, 1);
  }

  /** For two vectors of length 1 the same as {@link #cosine}, and cheaper. */
  public static double dot(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "vectors of dimension " + a.length + " and " + b.length + " cannot be compared");
    }
    var sum = 0d;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * (double) b[i];
    }
    return sum;
  }

  /** The same direction with length 1; zeros stay zeros. */
  public static float[] unit(float[] vector) {
    var length = Math.sqrt(dot(vector, vector));
    var unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = length == 0 ? 0 : (float) (vector[i] / length);
    }
    return unit;
  }

  /** The direction several vectors share, with length 1. At least one. */
  public static float[] centroid(Collection<float[]> vectors) {
    if (vectors.isEmpty()) {
      throw new IllegalArgumentException("nothing has no centroid");
    }
    var sum = new float[vectors.iterator().next().length];
    for (var vector : vectors) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    return unit(sum);
  }
}
