package rapport.runtime.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexOptions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import rapport.contracts.Envelope;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.Once;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Views kept as documents of one collection: one per stream, under {@code _id} = workspace/stream,
 * with the revision it stands at as {@code rev}. Enough for a projection that tells nobody of its
 * changes; a service extends it and adds its queries.
 */
public abstract class DocumentViews<V, E> implements RebuildableViews<V, E> {

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
    this.collection = documents.index(index, new IndexOptions()).as(Once::of).thenReturn(documents);
    this.write = write;
    this.read = read;
  }

  @Override
  public final Mono<Versioned<V>> find(String workspace, String stream) {
    return collection
        .flatMap(all -> all.findOne(workspace, eq(key(workspace, stream))))
        .map(this::versioned);
  }

  @Override
  public final Mono<Map<StreamRef, Versioned<V>>> findAll(Collection<StreamRef> streams) {
    return collection
        .flatMapMany(all ->
            all.acrossWorkspaces(
                in("_id", streams.stream().map(StreamRef::key).toList()),
                ascending("_id"),
                streams.size()))
        .collectMap(document -> StreamRef.ofKey(document.getString("_id")), this::versioned);
  }

  private Versioned<V> versioned(Document document) {
    return new Versioned<>(read.apply(document), document.getLong("rev"));
  }

  @Override
  public final Mono<Boolean> save(
      String workspace,
      String stream,
      V view,
      long expectedRev,
      long newRev,
      List<Envelope<E>> applied) {
    var change = new Change<>(new StreamRef(workspace, stream), view, expectedRev, newRev, applied);
    return saveAll(List.of(change));
  }

  @Override
  public final Mono<Boolean> saveAll(List<Change<V, E>> changes) {
    return collection.flatMap(all -> all.writeAll(changes.stream().map(this::write).toList()));
  }

  @Override
  public final boolean agree(V stored, V folded) {
    return RebuildableViews.sameInStore(write.apply(stored), write.apply(folded));
  }

  @Override
  public final Mono<Boolean> rewrite(StreamRef stream, V folded, long rev) {
    var write = replacing(stream, folded, rev, rev);
    return collection.flatMap(all -> all.writeAll(List.of(write)));
  }

  private Write write(Change<V, E> change) {
    var stream = change.stream();
    return change.expectedRev() == 0
        ? new Write.Insert(stream.workspace(), document(stream, change.view(), change.newRev()))
        : replacing(stream, change.view(), change.expectedRev(), change.newRev());
  }

  private Write replacing(StreamRef stream, V view, long expectedRev, long newRev) {
    var at = and(eq(stream.key()), eq("rev", expectedRev));
    return new Write.Replace(stream.workspace(), at, document(stream, view, newRev));
  }

  private Document document(StreamRef stream, V view, long rev) {
    return write.apply(view).append("_id", stream.key()).append("rev", rev);
  }

  /** All views of the workspace whose documents match, in the order of {@code sort}. */
  protected final Flux<V> matching(String workspace, Bson filter, Bson sort) {
    return collection.flatMapMany(all -> all.find(workspace, filter, sort)).map(read);
  }

  private static String key(String workspace, String stream) {
    return workspace + "/" + stream;
  }
}
