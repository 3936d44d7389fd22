package rapport.standalone.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;

/** All maps of the store file, each opened once, whoever uses it. */
final class StoredMaps {

  private final MVStore store;
  private final Map<String, StoredMap<?, Object>> opened = new ConcurrentHashMap<>();

  StoredMaps(MVStore store) {
    this.store = store;
    StoredMap.letGo(store);
  }

  /**
   * @param keys the kind of its keys; goes with the beginning of the name
   */
  @SuppressWarnings("unchecked")
  <K> StoredMap<K, Object> get(String name, DataType<K> keys) {
    return (StoredMap<K, Object>)
        opened.computeIfAbsent(name, _ -> new StoredMap<>(store, name, keys, ValueType.INSTANCE));
  }

  /** The names of all there are, opened or not. */
  List<String> names() {
    return List.copyOf(store.getMapNames());
  }

  void remove(String name) {
    opened.remove(name);
    store.removeMap(name);
  }

  /** Those that were opened. */
  List<StoredMap<?, Object>> all() {
    return List.copyOf(opened.values());
  }

  /** Bytes of the file they are in. */
  long fileSize() {
    return store.getFileStore().size();
  }
}
