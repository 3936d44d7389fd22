package rapport.health.score;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why a score moved. The parts add up to the difference of the two scores.
 *
 * @param inputs how far each input moved the score, at the weights it had before; only those that
 *     count before and after
 * @param reweighting what came from weights that are others now, because data appeared or went
 *     missing or the workspace changed its model
 */
public record Change(Map<Input, Double> inputs, double reweighting) {

  public Change {
    var copy = new EnumMap<Input, Double>(Input.class);
    copy.putAll(inputs);
    inputs = Collections.unmodifiableMap(copy);
  }

  /** The change from one score to another; none unless there are both. */
  public static Optional<Change> between(Health before, Health after) {
    if (before.score().isEmpty() || after.score().isEmpty()) {
      return Optional.empty();
    }
    var inputs = new EnumMap<Input, Double>(Input.class);
    var reweighting = 0.0;
    for (var input : Input.values()) {
      var was = before.weights().get(input);
      var is = after.weights().get(input);
      if (was != null && is != null) {
        var height = after.points().getOrDefault(input, 0.0);
        inputs.put(input, 100 * was * (height - before.points().getOrDefault(input, 0.0)));
        reweighting += 100 * (is - was) * height;
      } else {
        reweighting += after.contribution(input) - before.contribution(input);
      }
    }
    return Optional.of(new Change(inputs, reweighting));
  }
}
