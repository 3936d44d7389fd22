package rapport.standalone.store;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;

/**
 * A map of the store file that can be made anew. Inner pages of a map go on naming keys that were
 * removed long ago; a new map has never heard of them.
 *
 * @param <K> what it finds things by
 * @param <V> what it finds
 */
final class StoredMap<K, V> {

  private static final String FRESH = "fresh/";
  private static final String LEFT = "left/";

  private final MVStore store;
  private final String name;
  private final DataType<K> keys;
  private final DataType<V> values;
  private volatile MVMap<K, V> current;

  StoredMap(MVStore store, String name, DataType<K> keys, DataType<V> values) {
    this.store = store;
    this.name = name;
    this.keys = keys;
    this.values = values;
    this.current = open(name);
  }

  /** As it is now; to be asked for each time it is used. */
  MVMap<K, V> get() {
    return current;
  }

  /**
   * Makes it anew while nobody writes. Readers may go on in the old one until it is {@link #letGo}.
   *
   * @param full called after each entry: saves what has become too much for the memory
   */
  void renew(Runnable full) {
    var old = current;
    MVMap<K, V> fresh = open(FRESH + name);
    for (var cursor = old.cursor(null); cursor.hasNext(); ) {
      fresh.put(cursor.next(), cursor.getValue());
      full.run();
    }
    store.renameMap(old, LEFT + name);
    store.renameMap(fresh, name);
    current = fresh;
  }

  /** Removes what became of the maps that were made anew, whether that was finished or not. */
  static void letGo(MVStore store) {
    store.getMapNames().stream()
        .filter(map -> map.startsWith(FRESH) || map.startsWith(LEFT))
        .toList()
        .forEach(store::removeMap);
  }

  private MVMap<K, V> open(String map) {
    return store.openMap(map, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
  }
}
