package rapport.health.score;

import java.util.Map;
import rapport.contracts.HealthState.Basis;

/**
 * How likely an account with a score is lost within 90 days: a logistic curve that falls with the
 * score.
 *
 * @param intercept log odds at a score of 50
 * @param slope change of the log odds per ten points of score, below 0
 */
public record ChurnModel(double intercept, double slope, Basis basis) {

  /** An assumption: about 1 % at 90, 6 % at 60, 11 % at 50, 50 % at 15. */
  public static final ChurnModel PRIOR = new ChurnModel(-2.1, -.6, Basis.PRIOR);

  private static final int FEWEST_OUTCOMES = 50;
  private static final int FEWEST_OF_EACH = 10;
  private static final int STEPS = 100;
  private static final double LONGEST_STEP = .5;
  private static final double RIDGE = 1;

  /** An account's score on a day, and whether it was lost within 90 days from it. */
  public record Outcome(double score, boolean lost) {

    /** With the score to a tenth of a point, so that many outcomes are few to count. */
    public static Outcome about(double score, boolean lost) {
      return new Outcome(Math.round(score * 10) / 10.0, lost);
    }
  }

  /** From 0 to 1; never rises with the score. */
  public double probability(double score) {
    return 1 / (1 + Math.exp(-(intercept + slope * tens(score))));
  }

  /**
   * The likeliest curve for what happened, drawn a little to the prior; the prior itself while
   * there are fewer than 50 outcomes, or fewer than 10 of accounts lost or of accounts kept, or
   * when what happened would make good scores the riskier ones.
   *
   * @param outcomes and how often each of them was seen
   */
  public static ChurnModel calibrated(Map<Outcome, Integer> outcomes) {
    var all = outcomes.values().stream().mapToInt(times -> times).sum();
    var lost =
        outcomes.entrySet().stream()
            .filter(it -> it.getKey().lost())
            .mapToInt(Map.Entry::getValue)
            .sum();
    if (all < FEWEST_OUTCOMES || lost < FEWEST_OF_EACH || all - lost < FEWEST_OF_EACH) {
      return PRIOR;
    }
    var model = PRIOR;
    for (int i = 0; i < STEPS; i++) {
      model = model.newtonStep(outcomes);
    }
    return model.slope < 0 && Double.isFinite(model.intercept) ? model : PRIOR;
  }

  private ChurnModel newtonStep(Map<Outcome, Integer> outcomes) {
    var gradientA = RIDGE * (PRIOR.intercept - intercept);
    var gradientB = RIDGE * (PRIOR.slope - slope);
    var aa = RIDGE;
    var ab = 0.0;
    var bb = RIDGE;
    for (var seen : outcomes.entrySet()) {
      var outcome = seen.getKey();
      var times = seen.getValue();
      var x = tens(outcome.score());
      var p = probability(outcome.score());
      var miss = times * ((outcome.lost() ? 1 : 0) - p);
      var spread = times * p * (1 - p);
      gradientA += miss;
      gradientB += miss * x;
      aa += spread;
      ab += spread * x;
      bb += spread * x * x;
    }
    var determinant = aa * bb - ab * ab;
    return new ChurnModel(
        intercept + step((bb * gradientA - ab * gradientB) / determinant),
        slope + step((aa * gradientB - ab * gradientA) / determinant),
        Basis.CALIBRATED);
  }

  /** Long steps lead astray where the curve is nearly level. */
  private static double step(double length) {
    return Math.clamp(length, -LONGEST_STEP, LONGEST_STEP);
  }

  private static double tens(double score) {
    return (score - 50) / 10;
  }
}
