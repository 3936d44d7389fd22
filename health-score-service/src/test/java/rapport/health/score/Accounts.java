package rapport.health.score;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Made-up inputs, some of them missing. */
final class Accounts {

  private Accounts() {}

  /** Inputs around where the curves bend, each there with that probability. */
  static Map<Input, Double> random(RandomGenerator random, double known) {
    var inputs = new EnumMap<Input, Double>(Input.class);
    for (var input : Input.values()) {
      if (random.nextDouble() < known) {
        inputs.put(input, value(random, input));
      }
    }
    return inputs;
  }

  static double value(RandomGenerator random, Input input) {
    var points = ScoringModel.STANDARD.rule(input).curve().points();
    var from = points.getFirst().x();
    var to = points.getLast().x();
    var corner = points.get(random.nextInt(points.size())).x();
    return random.nextInt(8) == 0 ? corner : from + (to - from) * (random.nextDouble() * 1.6 - .3);
  }
}
