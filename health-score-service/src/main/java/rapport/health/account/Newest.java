package rapport.health.account;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that keep the newest things only, so that an account's document stays small. */
final class Newest {

  private Newest() {}

  /** The map with the thing in it, without the oldest when there are more than {@code most}. */
  static <K, V> Map<K, V> with(
      Map<K, V> map, K id, V thing, int most, Comparator<? super V> byAge) {
    var changed = new LinkedHashMap<>(map);
    changed.put(id, thing);
    if (changed.size() > most) {
      changed.entrySet().stream()
          .min(Map.Entry.comparingByValue(byAge))
          .ifPresent(oldest -> changed.remove(oldest.getKey()));
    }
    return Collections.unmodifiableMap(changed);
  }

  static <K, V> Map<K, V> without(Map<K, V> map, K id) {
    var changed = new LinkedHashMap<>(map);
    changed.remove(id);
    return Collections.unmodifiableMap(changed);
  }
}
