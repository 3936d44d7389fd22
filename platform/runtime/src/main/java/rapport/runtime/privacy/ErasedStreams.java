package rapport.runtime.privacy;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.setOnInsert;

import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The streams of which nothing is to be kept any more. Their events may still come, late or from a
 * topic that is read again; projections pass them over.
 */
public final class ErasedStreams {

  private static final int AT_ONCE = 500;

  private final WorkspaceCollection erased;
  private final Clock clock;

  public ErasedStreams(DocumentStore store, Clock clock) {
    this.erased = store.collection("erased_streams");
    this.clock = clock;
  }

  /** From now on these streams are passed over. */
  public Mono<Void> add(String workspace, List<String> streams) {
    var at = setOnInsert("at", Date.from(clock.instant()));
    return Flux.fromIterable(Subject.keys(workspace, streams))
        .<Write>map(key -> new Write.Upsert(workspace, eq("_id", key), at))
        .buffer(AT_ONCE)
        .concatMap(erased::writeAll)
        .then();
  }

  /** Which of these are. */
  public Mono<Set<StreamRef>> among(Collection<StreamRef> streams) {
    var keys = streams.stream().map(StreamRef::key).toList();
    return erased
        .acrossWorkspaces(in("_id", keys), ascending("_id"), keys.size())
        .map(document -> StreamRef.ofKey(document.getString("_id")))
        .collect(HashSet::new, Set::add);
  }
}
