package rapport.lead.learning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import rapport.lead.learning.Quality.Prediction;
import rapport.lead.scoring.Scorecard.Step;

/**
 * What became of leads with such a prediction, never falling as predictions rise: pools neighbours
 * that are out of order until none is.
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
    var sorted = new ArrayList<>(predictions);
    sorted.sort(Comparator.comparingDouble(Prediction::probability));
    var blocks = new ArrayDeque<Block>();
    for (var one : sorted) {
      var block = new Block(one.probability(), one.won() ? 1 : 0, 1);
      while (!blocks.isEmpty() && blocks.getLast().share() >= block.share()) {
        block = blocks.removeLast().with(block);
      }
      blocks.addLast(block);
    }
    return blocks.stream()
        .map(block -> new Step(block.predicted() / block.n(), block.share()))
        .toList();
  }
}
