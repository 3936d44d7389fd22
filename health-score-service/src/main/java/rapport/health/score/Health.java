package rapport.health.score;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A score and all it is made of.
 *
 * <p>Data that is missing counts neither as bad nor as middling: within a factor the weights of
 * what is there are stretched to 1. A factor of which less than 40 % is known does not count at
 * all, and the others are stretched likewise. The contributions of the inputs add up to the score.
 *
 * @param inputs what was known, in the units of the inputs
 * @param points the height of each of them on its curve, from 0 to 1
 * @param weights of the inputs that count, their share of the score; they add up to 1
 * @param factors score of each factor that counts, from 0 to 100
 * @param coverages how much of each factor is known, from 0 to 1
 */
public record Health(
    long model,
    Map<Input, Double> inputs,
    Map<Input, Double> points,
    Map<Input, Double> weights,
    Map<Factor, Double> factors,
    Map<Factor, Double> coverages) {

  /** Of a factor so much has to be known for it to count. */
  static final double FACTOR_COVERAGE = .4;

  /** Of everything so much has to be known for the score to be more than provisional. */
  static final double OVERALL_COVERAGE = .5;

  /** Weights that are exactly at a limit may add up to a little less. */
  private static final double ROUNDING = 1e-9;

  public Health {
    inputs = copy(Input.class, inputs);
    points = copy(Input.class, points);
    weights = copy(Input.class, weights);
    factors = copy(Factor.class, factors);
    coverages = copy(Factor.class, coverages);
  }

  /** The health of an account of which these inputs are known. */
  public static Health of(ScoringModel model, Map<Input, Double> inputs) {
    var points = new EnumMap<Input, Double>(Input.class);
    inputs.forEach((input, value) -> points.put(input, model.rule(input).curve().at(value)));
    var coverages = new EnumMap<Factor, Double>(Factor.class);
    var counting = 0.0;
    for (var factor : Factor.values()) {
      var coverage = coverage(model, factor, inputs);
      coverages.put(factor, coverage);
      if (counts(coverage)) {
        counting += factor.weight();
      }
    }
    var weights = new EnumMap<Input, Double>(Input.class);
    var factors = new EnumMap<Factor, Double>(Factor.class);
    for (var factor : Factor.values()) {
      var coverage = coverages.getOrDefault(factor, 0.0);
      if (!counts(coverage)) {
        continue;
      }
      var score = 0.0;
      for (var input : factor.inputs()) {
        var point = points.get(input);
        if (point != null) {
          var share = model.rule(input).weight() / coverage;
          weights.put(input, factor.weight() / counting * share);
          score += 100 * share * point;
        }
      }
      factors.put(factor, score);
    }
    return new Health(model.version(), inputs, points, weights, factors, coverages);
  }

  /** From 0 to 100; none when no factor counts. */
  public OptionalDouble score() {
    return weights.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(weights.keySet().stream().mapToDouble(this::contribution).sum());
  }

  /** How much of the score comes from that input; 0 when it does not count. */
  public double contribution(Input input) {
    return 100 * weights.getOrDefault(input, 0.0) * points.getOrDefault(input, 0.0);
  }

  /** How many points more there were if that input were as good as can be. */
  public double recoverable(Input input) {
    return 100 * weights.getOrDefault(input, 0.0) * (1 - points.getOrDefault(input, 0.0));
  }

  /** How much is known of what counts, from 0 to 1; a factor that does not count adds nothing. */
  public double coverage() {
    return factors.keySet().stream()
        .mapToDouble(factor -> factor.weight() * coverages.getOrDefault(factor, 0.0))
        .sum();
  }

  /** Whether too little is known to trust the score. */
  public boolean isProvisional() {
    return coverage() < OVERALL_COVERAGE - ROUNDING;
  }

  private static boolean counts(double coverage) {
    return coverage >= FACTOR_COVERAGE - ROUNDING;
  }

  private static double coverage(ScoringModel model, Factor factor, Map<Input, Double> inputs) {
    return factor.inputs().stream()
        .filter(inputs::containsKey)
        .mapToDouble(input -> model.rule(input).weight())
        .sum();
  }

  private static <K extends Enum<K>> Map<K, Double> copy(Class<K> type, Map<K, Double> map) {
    var copy = new EnumMap<K, Double>(type);
    copy.putAll(map);
    return Collections.unmodifiableMap(copy);
  }
}
