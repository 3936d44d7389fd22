package rapport.runtime.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import rapport.contracts.Envelope;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Views kept as documents of one collection: one per stream, under {@code _id} = workspace/stream,
 * with the revision it stands at as {@code rev}. Enough for a projection that tells nobody of its
 * changes; a service extends it and adds its queries.
 */
public abstract class DocumentViews<V, E> implements Views<V, E> {

  private static final Duration FOR_EVER = Duration.ofDays(36500);
  private static final int ALL = 0;

  private final Mono<WorkspaceCollection> collection;
  private final Function<V, Document> write;
  private final Function<Document, V> read;

  /**
   * @param index what the service's queries need; made before the first use of the collection
   * @param write the view as a document, without {@code _id}, {@code rev} and {@code workspace}
   * @param read the view of a document that {@code write} made; it finds those three there as well
   */
  protected DocumentViews(
      DocumentStore store,
      String collection,
      Bson index,
      Function<V, Document> write,
      Function<Document, V> read) {
    var documents = store.collection(collection);
    this.collection =
        documents
            .index(index, new IndexOptions())
            .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> FOR_EVER)
            .thenReturn(documents);
    this.write = write;
    this.read = read;
  }

  @Override
  public final Mono<Versioned<V>> find(String workspace, String stream) {
    return collection
        .flatMap(all -> all.findOne(workspace, eq(key(workspace, stream))))
        .map(document -> new Versioned<>(read.apply(document), document.getLong("rev")));
  }

  @Override
  public final Mono<Boolean> save(
      String workspace,
      String stream,
      V view,
      long expectedRev,
      long newRev,
      List<Envelope<E>> applied) {
    var key = key(workspace, stream);
    var document = write.apply(view).append("_id", key).append("rev", newRev);
    if (expectedRev == 0) {
      return collection
          .flatMap(all -> all.insert(workspace, document))
          .thenReturn(true)
          .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false));
    }
    var expected = and(eq(key), eq("rev", expectedRev));
    return collection.flatMap(all -> all.replace(workspace, expected, document));
  }

  /** All views of the workspace whose documents match, in the order of {@code sort}. */
  protected final Flux<V> matching(String workspace, Bson filter, Bson sort) {
    return collection.flatMapMany(all -> all.find(workspace, filter, sort, ALL)).map(read);
  }

  private static String key(String workspace, String stream) {
    return workspace + "/" + stream;
  }
}
