package rapport.runtime.projection;

import com.mongodb.MongoClientSettings;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/**
 * Views that say nothing but what the events of their stream say, so that one that was damaged, or
 * folded by an earlier version, can be folded anew. Views whose making has effects elsewhere, or
 * that hold what was thought at the time, are none.
 */
public interface RebuildableViews<V, E> extends Views<V, E> {

  /**
   * Whether a stored view says what one folded from all events says. What the folded one has yet to
   * tell others is no difference.
   */
  boolean agree(V stored, V folded);

  /**
   * Puts a view that was folded from all events up to {@code rev} in the place of the one that is
   * stored at that revision, in one write: readers see the one or the other.
   *
   * @return false when the stored view stands at another revision; nothing is changed then
   */
  Mono<Boolean> rewrite(StreamRef stream, V folded, long rev);

  /** Whether two documents are the same in the store, which keeps less than Java does of times. */
  static boolean sameInStore(Document one, Document other) {
    return stored(one).equals(stored(other));
  }

  private static Bson stored(Document document) {
    return document.toBsonDocument(Document.class, MongoClientSettings.getDefaultCodecRegistry());
  }
}
