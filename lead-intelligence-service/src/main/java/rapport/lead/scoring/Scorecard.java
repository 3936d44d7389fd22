package rapport.lead.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rapport.lead.scoring.Feature.Side;

/**
 * Points for each value of each feature. Points and odds are one scale: 20 points more double the
 * odds of becoming a customer, and {@value #EVEN} points are even odds.
 *
 * @param version such as {@code rules-3} or {@code fit-120}
 * @param base everybody's points
 * @param points by feature and value, such as {@code icp.good}; what is missing gives none
 * @param calibration corrects the probability; empty when it is taken as it is
 */
public record Scorecard(
    String version, double base, Map<String, Double> points, List<Step> calibration) {

  /** Points at which a lead is as likely to become a customer as not. */
  public static final double EVEN = 100;

  /** Points of one unit of natural logarithm of odds. */
  public static final double POINTS_PER_LOGIT = 20 / Math.log(2);

  /** From that predicted probability on, so many became customers. */
  public record Step(double predicted, double actual) {}

  /** One feature's share in a score. */
  public record Part(Feature feature, Binned.Bin bin, double points) {}

  public Scorecard {
    points = Map.copyOf(points);
    calibration = List.copyOf(calibration);
  }

  /** The score of a lead, taken apart; see {@link Score}. */
  public Score score(Binned lead) {
    var parts = new ArrayList<Part>();
    for (var feature : Feature.values()) {
      var bin = lead.of(feature);
      parts.add(new Part(feature, bin, of(feature, bin.name())));
    }
    var fit = sum(parts, Side.FIT);
    var intent = sum(parts, Side.INTENT);
    var total = base + fit + intent;
    return new Score(total, base, fit, intent, calibrated(probability(total)), parts);
  }

  /** The points of one value. */
  public double of(Feature feature, String bin) {
    return points.getOrDefault(feature.wire() + "." + bin, 0d);
  }

  private static double sum(List<Part> parts, Side side) {
    return parts.stream()
        .filter(part -> part.feature().side() == side)
        .mapToDouble(Part::points)
        .sum();
  }

  /** The probability that goes with so many points. */
  public static double probability(double points) {
    return 1 / (1 + Math.exp((EVEN - points) / POINTS_PER_LOGIT));
  }

  /** Between two steps on the straight line from one to the other. */
  private double calibrated(double predicted) {
    if (calibration.isEmpty()) {
      return predicted;
    }
    var before = calibration.getFirst();
    for (var step : calibration) {
      if (step.predicted() >= predicted) {
        var width = step.predicted() - before.predicted();
        var share = width <= 0 ? 1 : (predicted - before.predicted()) / width;
        return before.actual() + Math.clamp(share, 0, 1) * (step.actual() - before.actual());
      }
      before = step;
    }
    return before.actual();
  }
}
