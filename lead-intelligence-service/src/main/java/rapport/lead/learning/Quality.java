package rapport.lead.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How good predicted probabilities were.
 *
 * @param n how many leads they were about
 * @param won how many of those were won
 * @param auc how often a won lead had the higher one of two, from 0 to 1; none without both kinds
 * @param brier mean squared error; 0 is best
 * @param ece mean difference between predicted and actual, in ten groups of equal size; 0 is best
 * @param logLoss mean negative logarithm of what was predicted for what happened; 0 is best
 */
public record Quality(
    int n, int won, @Nullable Double auc, double brier, double ece, double logLoss) {

  private static final int GROUPS = 10;
  private static final double LEAST = 1e-12;

  /** A prediction and what came of it. */
  record Prediction(double probability, boolean won) {}

  static Quality of(List<Prediction> predictions) {
    var sorted = new ArrayList<>(predictions);
    sorted.sort(Comparator.comparingDouble(Prediction::probability));
    var won = (int) sorted.stream().filter(Prediction::won).count();
    return new Quality(
        sorted.size(),
        won,
        auc(sorted, won),
        mean(sorted, Quality::squared),
        ece(sorted),
        mean(sorted, Quality::surprise));
  }

  private static double mean(List<Prediction> all, ToDoubleFunction<Prediction> error) {
    return all.stream().mapToDouble(error).average().orElse(0);
  }

  private static double squared(Prediction one) {
    var error = (one.won() ? 1 : 0) - one.probability();
    return error * error;
  }

  private static double surprise(Prediction one) {
    return -Math.log(Math.max(LEAST, one.won() ? one.probability() : 1 - one.probability()));
  }

  /** By the sum of ranks; equal predictions share theirs. */
  private static @Nullable Double auc(List<Prediction> sorted, int won) {
    var lost = sorted.size() - won;
    if (won == 0 || lost == 0) {
      return null;
    }
    var ranks = 0.0;
    for (var from = 0; from < sorted.size(); ) {
      var to = from;
      while (to < sorted.size() && sorted.get(to).probability() == sorted.get(from).probability()) {
        to++;
      }
      var rank = (from + 1 + to) / 2.0;
      ranks += rank * sorted.subList(from, to).stream().filter(Prediction::won).count();
      from = to;
    }
    return (ranks - won * (won + 1) / 2.0) / ((double) won * lost);
  }

  private static double ece(List<Prediction> sorted) {
    var error = 0.0;
    for (var group = 0; group < GROUPS; group++) {
      var part =
          sorted.subList(sorted.size() * group / GROUPS, sorted.size() * (group + 1) / GROUPS);
      var predicted = mean(part, Prediction::probability);
      var actual = mean(part, one -> one.won() ? 1 : 0);
      error += Math.abs(predicted - actual) * part.size() / Math.max(1, sorted.size());
    }
    return error;
  }
}
