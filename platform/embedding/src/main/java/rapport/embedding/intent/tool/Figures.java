package rapport.embedding.intent.tool;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How good a classifier was, in the usual figures; shares from 0 to 1. */
final class Figures {

  private static final double REJECTED = .05;
  private static final int BINS = 10;

  private Figures() {}

  /**
   * Everything about one draw.
   *
   * @param inScope told texts whose label was learnt
   * @param outOfScope the others; none leaves their figures out
   */
  static Map<String, Double> of(List<Told> inScope, List<Told> outOfScope) {
    var figures = new LinkedHashMap<String, Double>();
    figures.put("accuracy", share(inScope.stream().filter(Told::isRight).count(), inScope));
    figures.put("macroF1", macroF1(inScope));
    figures.put("ece", calibrationError(inScope));
    figures.put(
        "turnedAway",
        share(inScope.stream().filter(one -> familiarity(one) < REJECTED).count(), inScope));
    if (!outOfScope.isEmpty()) {
      figures.put("oosAuroc", auroc(familiarities(inScope), familiarities(outOfScope)));
      figures.put("oosRecallAt5", recall(familiarities(inScope), familiarities(outOfScope)));
    }
    return figures;
  }

  private static double share(long count, List<?> all) {
    return (double) count / all.size();
  }

  private static double familiarity(Told told) {
    return told.classification().inScope();
  }

  private static double[] familiarities(List<Told> told) {
    return told.stream().mapToDouble(Figures::familiarity).sorted().toArray();
  }

  private static double macroF1(List<Told> told) {
    var right = count(told.stream().filter(Told::isRight).map(Told::label));
    var are = count(told.stream().map(Told::label));
    var said = count(told.stream().map(Told::said));
    return are.entrySet().stream()
        .mapToDouble(one ->
            2d
                * right.getOrDefault(one.getKey(), 0L)
                / (one.getValue() + said.getOrDefault(one.getKey(), 0L)))
        .average()
        .orElseThrow();
  }

  private static Map<String, Long> count(Stream<String> labels) {
    return labels.collect(Collectors.groupingBy(label -> label, Collectors.counting()));
  }

  /** Expected calibration error: how far confidence and success are apart, on average. */
  private static double calibrationError(List<Told> told) {
    var apart = new double[BINS];
    for (var one : told) {
      var confidence = one.classification().best().confidence();
      var bin = Math.min(BINS - 1, (int) (confidence * BINS));
      apart[bin] += confidence - (one.isRight() ? 1 : 0);
    }
    return Arrays.stream(apart).map(Math::abs).sum() / told.size();
  }

  /** How often a text in scope looks more familiar than one out of scope. */
  static double auroc(double[] inScope, double[] outOfScope) {
    var won = 0d;
    for (var stranger : outOfScope) {
      for (var friend : inScope) {
        won += friend > stranger ? 1 : friend == stranger ? .5 : 0;
      }
    }
    return won / inScope.length / outOfScope.length;
  }

  /** The share of strangers found when one in twenty in scope may be taken for one. */
  static double recall(double[] sortedInScope, double[] outOfScope) {
    var threshold = sortedInScope[(int) (REJECTED * sortedInScope.length)];
    return (double) Arrays.stream(outOfScope).filter(one -> one < threshold).count()
        / outOfScope.length;
  }

  /** The value that a share of all are below; of any order. */
  static double percentile(double[] values, double share) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
  }
}
