package rapport.health.funnel;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of a flow, as conversations meet it: what more of them met, and met sooner, comes
 * first. One that jumps ahead, or stops early, does not change that, nor does the order of adding.
 */
final class MeetingOrder {

  private record Met(long times, long places) {
    Met plus(Met other) {
      return new Met(times + other.times, places + other.places);
    }
  }

  private final Map<String, Met> met = new HashMap<>();

  /** One conversation met these, each once, in this order. */
  void add(List<String> names) {
    for (int place = 0; place < names.size(); place++) {
      met.merge(names.get(place), new Met(1, place), Met::plus);
    }
  }

  List<String> names() {
    return met.keySet().stream()
        .sorted(Comparator.comparingLong(this::followers).reversed().thenComparing(name -> name))
        .toList();
  }

  /** How many of the others came later, or never, summed over the conversations that met it. */
  private long followers(String name) {
    var own = met.getOrDefault(name, new Met(0, 0));
    return own.times() * met.size() - own.places();
  }
}
