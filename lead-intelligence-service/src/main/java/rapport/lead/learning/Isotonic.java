package rapport.lead.learning;

import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeMap;
import rapport.lead.learning.Quality.Prediction;
import rapport.lead.scoring.Scorecard.Step;

/**
 * What became of leads with such a prediction, never falling as predictions rise: pools equal
 * predictions, then neighbours that are out of order until none is. What never happened, or always,
 * may happen half a time among as many.
 */
final class Isotonic {

  private record Block(double predicted, double won, int n) {

    Block with(Block other) {
      return new Block(predicted + other.predicted, won + other.won, n + other.n);
    }

    double share() {
      return won / n;
    }
  }

  private Isotonic() {}

  static List<Step> of(List<Prediction> predictions) {
    var equal = new TreeMap<Double, Block>();
    for (var one : predictions) {
      equal.merge(
          one.probability(), new Block(one.probability(), one.won() ? 1 : 0, 1), Block::with);
    }
    var blocks = new ArrayDeque<Block>();
    for (var next : equal.values()) {
      var block = next;
      while (!blocks.isEmpty() && blocks.getLast().share() >= block.share()) {
        block = blocks.removeLast().with(block);
      }
      blocks.addLast(block);
    }
    var least = .5 / (predictions.size() + 1);
    return blocks.stream()
        .map(block ->
            new Step(block.predicted() / block.n(), Math.clamp(block.share(), least, 1 - least)))
        .toList();
  }
}
