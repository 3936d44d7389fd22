package rapport.lead.scoring;

import java.util.List;
import rapport.lead.scoring.Scorecard.Part;

/**
 * A score and all of its parts: {@code base} and the points of the parts add up to {@code points},
 * those of one side to {@code fit} and {@code intent}.
 *
 * @param probability of becoming a customer within 90 days, from 0 to 1
 */
public record Score(
    double points, double base, double fit, double intent, double probability, List<Part> parts) {

  private static final double[] FIT = {30, 18, 6};
  private static final double[] INTENT = {40, 25, 10};

  public Score {
    parts = List.copyOf(parts);
  }

  /** {@code A} to {@code D} for fit, {@code 1} to {@code 4} for intent. */
  public String grade() {
    return "" + (char) ('A' + below(FIT, fit)) + (char) ('1' + below(INTENT, intent));
  }

  private static int below(double[] limits, double points) {
    var at = 0;
    while (at < limits.length && points < limits[at]) {
      at++;
    }
    return at;
  }
}
