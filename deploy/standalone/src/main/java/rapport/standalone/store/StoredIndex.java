package rapport.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An index over one or more paths, unique or not, sparse or not, kept sorted on disk. */
final class StoredIndex extends Index<Object> {

  private final StoredMap<IndexEntry, Object> entries;
  private final boolean unique;

  StoredIndex(
      String name,
      List<IndexKey> keys,
      boolean unique,
      boolean sparse,
      StoredMap<IndexEntry, Object> entries) {
    super(name, keys, sparse);
    this.entries = entries;
    this.unique = unique;
  }

  /** The ids in {@code range}, in the order of the index; an array may bring an id twice. */
  Stream<Object> ids(Range range) {
    var start = range.from() == null ? range.prefix() : range.prefix().with(range.from());
    Iterable<IndexEntry> from = () -> entries.get().keyIterator(start);
    return StreamSupport.stream(from.spliterator(), false)
        .takeWhile(range::reaches)
        .map(IndexEntry::id);
  }

  List<String> paths() {
    return keys();
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    refuseOthers(document, collection);
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
    if (unique && !nullAwareEqualsKeys(before, after)) {
      refuseOthers(after, collection);
    }
  }

  /** A unique index refuses values that a document of another id has. */
  private void refuseOthers(Document document, MongoCollection<Object> collection) {
    if (!unique) {
      return;
    }
    var id = IdIndex.idOf(document);
    entriesOf(document)
        .forEach((values, key) ->
            ids(Range.of(values))
                .filter(other -> ValueType.order(other, id) != 0)
                .findFirst()
                .ifPresent(_ -> {
                  throw new DuplicateKeyError(this, collection, getKeys(), key);
                }));
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    refuseOthers(document, collection);
    entriesOf(document).keySet().forEach(values -> entries.get().put(values.with(position), true));
  }

  @Override
  public Object remove(Document document) {
    var id = IdIndex.idOf(document);
    entriesOf(document).keySet().forEach(values -> entries.get().remove(values.with(id)));
    return id;
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {
    if (keys().stream().allMatch(path -> isSame(path, before, after))) {
      return;
    }
    var old = entriesOf(before).keySet();
    var fresh = entriesOf(after).keySet();
    old.stream()
        .filter(values -> !fresh.contains(values))
        .forEach(values -> entries.get().remove(values.with(position)));
    fresh.stream()
        .filter(values -> !old.contains(values))
        .forEach(values -> entries.get().put(values.with(position), true));
  }

  /** Looking at the field a path begins with is much quicker than following the path. */
  private static boolean isSame(String path, Document before, Document after) {
    var dot = path.indexOf('.');
    var field = dot < 0 ? path : path.substring(0, dot);
    return before.containsKey(field) == after.containsKey(field)
        && Objects.equals(before.get(field), after.get(field));
  }

  private Map<IndexEntry, KeyValue> entriesOf(Document document) {
    if (isSparse() && keys().stream().allMatch(key -> isMissing(document, key))) {
      return Map.of();
    }
    return getKeyValues(document).stream()
        .collect(
            Collectors.toMap(
                key -> new IndexEntry(new ArrayList<>(key.stream().toList())),
                key -> key,
                (first, _) -> first,
                LinkedHashMap::new));
  }

  private static boolean isMissing(Document document, String path) {
    return Utils.getSubdocumentValueCollectionAware(document, path) instanceof Missing;
  }

  @Override
  public boolean isUnique() {
    return unique;
  }

  /** Documents are found by their id; see {@link StoredCollection}. */
  @Override
  public Object getPosition(Document document) {
    return IdIndex.idOf(document);
  }

  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    return Set.of();
  }

  @Override
  public long getCount() {
    return entries.get().sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {
    entries.get().clear();
  }
}
