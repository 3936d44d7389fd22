package rapport.health.score;

import java.util.Comparator;
import java.util.List;

/**
 * Something to do about a score.
 *
 * @param recoverable how many points of the score it could bring at most
 */
public record Recommendation(Input input, double recoverable) {

  private static final double WORTH_SAYING = 1;

  /** What can bring a point or more, the most first. */
  public static List<Recommendation> of(Health health) {
    return health.weights().keySet().stream()
        .map(input -> new Recommendation(input, health.recoverable(input)))
        .filter(it -> it.recoverable() >= WORTH_SAYING)
        .sorted(Comparator.comparingDouble(Recommendation::recoverable).reversed())
        .toList();
  }
}
