package rapport.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;

/** A database: each collection is a map {@code documents/...}, each index {@code index/...}. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Object> {

  private static final String DOCUMENTS = "documents/";
  private static final String INDEX = "index/";

  private final StoredMaps maps;

  StoredDatabase(String name, StoredMaps maps, CursorRegistry cursors) {
    super(name, cursors);
    this.maps = maps;
    initializeNamespacesAndIndexes();
  }

  /** The names of the databases a store holds. */
  static List<String> names(StoredMaps maps) {
    return maps.names().stream()
        .filter(map -> map.startsWith(DOCUMENTS))
        .map(map -> map.substring(DOCUMENTS.length(), map.indexOf('.')))
        .distinct()
        .toList();
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    if (command.equals("aggregate") && query.get("pipeline") instanceof List<?> pipeline) {
      return Narrowing.during(
          getFullCollectionNamespace(String.valueOf(query.get(command))),
          pipeline,
          () -> super.handleCommand(channel, command, query, databases, oplog));
    }
    return super.handleCommand(channel, command, query, databases, oplog);
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
    return new StoredCollection(this, name, options, cursorRegistry, documents(name));
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return keys.size() == 1 && keys.getFirst().getKey().equals("_id")
        ? new IdIndex(name, documents(collection))
        : new StoredIndex(name, keys, true, sparse, entries(collection, name));
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new StoredIndex(name, keys, false, sparse, entries(collection, name));
  }

  @Override
  protected void dropIndex(MongoCollection<Object> collection, String name) {
    super.dropIndex(collection, name);
    maps.remove(indexMap(collection.getCollectionName(), name));
  }

  @Override
  public void dropCollection(String name, Oplog oplog) {
    super.dropCollection(name, oplog);
    maps.remove(DOCUMENTS + getFullCollectionNamespace(name));
  }

  @Override
  public void drop(Oplog oplog) {
    super.drop(oplog);
    maps.names().stream()
        .filter(map ->
            map.startsWith(DOCUMENTS + databaseName + ".")
                || map.startsWith(INDEX + databaseName + "."))
        .forEach(maps::remove);
  }

  @Override
  public void moveCollection(
      MongoDatabase from, MongoCollection<?> collection, String newCollectionName) {
    throw new BadValueException("the embedded store does not rename collections");
  }

  private StoredMap<Object, Object> documents(String collection) {
    return maps.get(DOCUMENTS + getFullCollectionNamespace(collection), ValueType.INSTANCE);
  }

  private StoredMap<IndexEntry, Object> entries(String collection, String index) {
    return maps.get(indexMap(collection, index), IndexEntryType.INSTANCE);
  }

  private String indexMap(String collection, String index) {
    return INDEX + getFullCollectionNamespace(collection) + "/" + index;
  }

  @Override
  protected long getStorageSize() {
    return maps.fileSize();
  }

  @Override
  protected long getFileSize() {
    return getStorageSize();
  }
}
