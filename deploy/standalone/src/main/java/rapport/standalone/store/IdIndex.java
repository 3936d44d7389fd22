package rapport.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import java.util.Set;

/** The index over {@code _id}: documents are kept by their id, so there is nothing to write. */
final class IdIndex extends Index<Object> {

  private final StoredMap<Object, Object> documents;

  IdIndex(String name, StoredMap<Object, Object> documents) {
    super(name, List.of(new IndexKey("_id", true)), false);
    this.documents = documents;
  }

  /**
   * @throws BadValueException when there is none: a document is kept under its id
   */
  static Object idOf(Document document) {
    var id = document.get("_id");
    if (id == null) {
      throw new BadValueException("_id must not be null");
    }
    return id;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    var id = idOf(document);
    if (documents.get().containsKey(id)) {
      throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(id));
    }
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {}

  @Override
  public Object remove(Document document) {
    return idOf(document);
  }

  @Override
  public Object getPosition(Document document) {
    return idOf(document);
  }

  /** An id never changes: the library refuses it before it comes here. */
  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

  @Override
  public void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {}

  @Override
  public boolean isUnique() {
    return true;
  }

  /** {@link StoredCollection} chooses the index itself. */
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
    return documents.get().sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return 0;
  }

  @Override
  public void drop() {}
}
