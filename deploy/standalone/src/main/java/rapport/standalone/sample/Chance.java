package rapport.standalone.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that always falls the same way for the same seed and purpose. */
final class Chance {

  private final SplittableRandom random;

  private Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** One of its own for each purpose, so that a change of one leaves the others as they are. */
  static Chance of(long seed, String purpose) {
    return new Chance(seed * 0x9E3779B97F4A7C15L + purpose.hashCode());
  }

  /** From {@code least} to {@code most}, both inclusive. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  double between(double least, double most) {
    return random.nextDouble(least, most);
  }

  boolean in(double share) {
    return random.nextDouble() < share;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** All of them in another order. */
  <T> List<T> shuffled(List<T> all) {
    var list = new ArrayList<>(all);
    for (int i = list.size() - 1; i > 0; i--) {
      var other = random.nextInt(i + 1);
      var moved = list.get(i);
      list.set(i, list.get(other));
      list.set(other, moved);
    }
    return list;
  }
}
