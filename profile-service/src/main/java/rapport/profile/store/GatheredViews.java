package rapport.profile.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import rapport.contracts.Envelope;
import rapport.runtime.projection.RebuildableViews;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.projection.Versioned;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps views from which people are gathered. A view that was saved is stale until that has been
 * done, so that a crash in between forgets nothing.
 */
abstract class GatheredViews<V, E> implements RebuildableViews<V, E> {

  private final Mono<WorkspaceCollection> collection;
  private final Function<V, Document> write;
  private final Function<Document, V> read;

  GatheredViews(
      Mono<WorkspaceCollection> collection,
      Function<V, Document> write,
      Function<Document, V> read) {
    this.collection = collection;
    this.write = write;
    this.read = read;
  }

  /** Whether people have anything of this view. */
  abstract boolean concernsPeople(V view);

  /** Brings up to date whom the stored view is about, and says that this is done. */
  abstract Mono<Void> gather(StreamRef stream);

  @Override
  public final Mono<Versioned<V>> find(String workspace, String stream) {
    return collection
        .flatMap(all -> all.findOne(workspace, eq(PersonCollections.key(workspace, stream))))
        .map(this::versioned);
  }

  @Override
  public final Mono<Map<StreamRef, Versioned<V>>> findAll(Collection<StreamRef> streams) {
    var keys = streams.stream().map(StreamRef::key).toList();
    return collection
        .flatMapMany(
            all -> all.acrossWorkspaces(in("_id", keys), Sorts.ascending("_id"), keys.size()))
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
    var ref = new StreamRef(workspace, stream);
    return saveAll(List.of(new Change<>(ref, view, expectedRev, newRev, applied)));
  }

  @Override
  public final Mono<Boolean> saveAll(List<Change<V, E>> changes) {
    return collection
        .flatMap(all -> all.writeAll(changes.stream().map(this::write).toList()))
        .flatMap(saved -> gathered(changes).thenReturn(saved));
  }

  @Override
  public final boolean agree(V stored, V folded) {
    return RebuildableViews.sameInStore(write.apply(stored), write.apply(folded));
  }

  @Override
  public final Mono<Boolean> rewrite(StreamRef stream, V folded, long rev) {
    var at = and(eq(stream.key()), eq("rev", rev));
    return collection
        .flatMap(all -> all.update(stream.workspace(), at, combine(writes(folded, rev))))
        .flatMap(written ->
            concernsPeople(folded) ? gather(stream).thenReturn(written) : Mono.just(written));
  }

  private List<Bson> writes(V view, long rev) {
    var writes = new ArrayList<Bson>();
    write.apply(view).forEach((field, value) -> writes.add(set(field, value)));
    writes.add(set("rev", rev));
    writes.add(set("stale", concernsPeople(view)));
    return writes;
  }

  private Write write(Change<V, E> change) {
    var writes = writes(change.view(), change.newRev());
    writes.add(setOnInsert("stream", change.stream().stream()));
    var workspace = change.stream().workspace();
    var at = and(eq(change.stream().key()), eq("rev", change.expectedRev()));
    return change.expectedRev() == 0
        ? new Write.Upsert(workspace, at, combine(writes))
        : new Write.Update(workspace, at, combine(writes));
  }

  /** Some may be saved although not all are. */
  private Mono<Void> gathered(List<Change<V, E>> changes) {
    return Flux.fromIterable(changes)
        .filter(change -> concernsPeople(change.view()))
        .concatMap(change -> gather(change.stream()))
        .then();
  }

  /** Gathers what a crash left stale. */
  public final Mono<Void> gatherStale(int limit) {
    return collection
        .flatMapMany(all -> all.acrossWorkspaces(eq("stale", true), Sorts.ascending("_id"), limit))
        .concatMap(document -> gather(StreamRef.ofKey(document.getString("_id"))))
        .then();
  }
}
