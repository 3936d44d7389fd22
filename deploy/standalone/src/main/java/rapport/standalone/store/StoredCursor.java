package rapport.standalone.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What is left of a result, whose documents are looked up when the client asks for them. */
final class StoredCursor extends AbstractCursor {

  /** Of documents in memory, for one answer; MongoDB's own limit is 16 MB. */
  private static final int BYTES = 2 * 1024 * 1024;

  private final Iterator<Document> documents;

  StoredCursor(long id, Iterator<Document> documents) {
    super(id);
    this.documents = documents;
  }

  @Override
  public synchronized boolean isEmpty() {
    return !documents.hasNext();
  }

  @Override
  public synchronized List<Document> takeDocuments(int atMost) {
    var taken = new ArrayList<Document>();
    for (var bytes = 0; taken.size() < atMost && bytes < BYTES && documents.hasNext(); ) {
      var document = documents.next();
      bytes += ValueType.memory(document);
      taken.add(document);
    }
    return taken;
  }
}
