package rapport.lead.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import rapport.lead.scoring.Feature;
import rapport.lead.scoring.Scorecard;

/**
 * Moves the points of a scorecard towards what really happened: the most likely weights given the
 * examples, when each weight is thought to lie near the scorecard's (a normal distribution around
 * it). Without examples it is the scorecard itself; each example moves it a little.
 */
final class MapFit {

  /** In natural logarithm of odds; about 14 points. */
  private static final double SPREAD = .5;

  /** How often leads are won at all is known worst beforehand. */
  private static final double SPREAD_OF_BASE = 2;

  private static final int MOST_STEPS = 50;
  private static final double NEAR_ENOUGH = 1e-10;

  private final Map<String, Integer> columns = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final RealVector prior;
  private final RealVector precision;

  private MapFit(Scorecard card) {
    for (var feature : Feature.values()) {
      for (var bin : feature.bins()) {
        columns.put(feature.wire() + "." + bin, names.size() + 1);
        names.add(feature.wire() + "." + bin);
      }
    }
    this.prior = new ArrayRealVector(names.size() + 1);
    this.precision = new ArrayRealVector(names.size() + 1, 1 / (SPREAD * SPREAD));
    prior.setEntry(0, (card.base() - Scorecard.EVEN) / Scorecard.POINTS_PER_LOGIT);
    precision.setEntry(0, 1 / (SPREAD_OF_BASE * SPREAD_OF_BASE));
    for (var at = 0; at < names.size(); at++) {
      var points = card.points().getOrDefault(names.get(at), 0d);
      prior.setEntry(at + 1, points / Scorecard.POINTS_PER_LOGIT);
    }
  }

  /** The scorecard after these examples. */
  static Scorecard of(Scorecard card, List<Example> examples) {
    var fit = new MapFit(card);
    return fit.card("fit-" + examples.size(), fit.weights(examples));
  }

  private RealVector weights(List<Example> examples) {
    var rows = examples.stream().map(this::row).toList();
    var weights = prior.copy();
    for (var step = 0; step < MOST_STEPS; step++) {
      var slope = precision.ebeMultiply(prior.subtract(weights));
      RealMatrix bend = new Array2DRowRealMatrix(weights.getDimension(), weights.getDimension());
      for (var at = 0; at < weights.getDimension(); at++) {
        bend.setEntry(at, at, precision.getEntry(at));
      }
      for (var n = 0; n < rows.size(); n++) {
        add(rows.get(n), examples.get(n).won(), weights, slope, bend);
      }
      var move = new CholeskyDecomposition(bend).getSolver().solve(slope);
      var before = loss(rows, examples, weights);
      var share = 1.0;
      while (share > 1e-6 && loss(rows, examples, weights.add(move.mapMultiply(share))) > before) {
        share /= 2; // a full step may overshoot
      }
      weights = weights.add(move.mapMultiply(share));
      if (slope.dotProduct(move) < NEAR_ENOUGH) {
        break;
      }
    }
    return weights;
  }

  private static void add(
      int[] row, boolean won, RealVector weights, RealVector slope, RealMatrix bend) {
    var probability = sigmoid(logit(row, weights));
    for (var i : row) {
      slope.addToEntry(i, (won ? 1 : 0) - probability);
      for (var j : row) {
        bend.addToEntry(i, j, probability * (1 - probability));
      }
    }
  }

  /** The negative logarithm of the posterior, but for a constant. */
  private double loss(List<int[]> rows, List<Example> examples, RealVector weights) {
    var away = weights.subtract(prior);
    var loss = away.ebeMultiply(away).dotProduct(precision) / 2;
    for (var n = 0; n < rows.size(); n++) {
      var logit = logit(rows.get(n), weights);
      loss += softplus(examples.get(n).won() ? -logit : logit);
    }
    return loss;
  }

  private int[] row(Example example) {
    var features = Feature.values();
    var row = new int[features.length + 1];
    for (var at = 0; at < features.length; at++) {
      var name = features[at].wire() + "." + example.lead().of(features[at]).name();
      row[at + 1] = columns.getOrDefault(name, 0);
    }
    return row;
  }

  private Scorecard card(String version, RealVector weights) {
    var points = new HashMap<String, Double>();
    for (var at = 0; at < names.size(); at++) {
      points.put(names.get(at), weights.getEntry(at + 1) * Scorecard.POINTS_PER_LOGIT);
    }
    var base = Scorecard.EVEN + weights.getEntry(0) * Scorecard.POINTS_PER_LOGIT;
    return new Scorecard(version, base, points, List.of());
  }

  private static double logit(int[] row, RealVector weights) {
    var sum = 0.0;
    for (var at : row) {
      sum += weights.getEntry(at);
    }
    return sum;
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
