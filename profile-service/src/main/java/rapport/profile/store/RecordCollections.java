package rapport.profile.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.Collection;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.profile.record.RecordKind;
import rapport.runtime.outbox.NewsOutbox;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.Once;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collections of this service, with the indexes they need before they are first used. */
@Component
final class RecordCollections {

  private final WorkspaceCollection profiles;
  private final WorkspaceCollection buyingProcesses;
  private final WorkspaceCollection history;
  private final Mono<Void> indexed;

  RecordCollections(DocumentStore store) {
    this.profiles = store.collection("profiles");
    this.buyingProcesses = store.collection("buying_process_mappings");
    this.history = store.collection("field_history");
    this.indexed =
        Flux.concat(
                index(profiles, newestFirst()),
                Flux.fromIterable(NewsOutbox.INDEXES).concatMap(keys -> index(profiles, keys)),
                index(buyingProcesses, newestFirst()),
                index(buyingProcesses, Indexes.ascending("workspace", "flow", "profileId")),
                index(
                    history,
                    Indexes.compoundIndex(
                        Indexes.ascending("workspace", "stream"), Indexes.descending("rev"))))
            .then()
            .as(Once::of);
  }

  private static Bson newestFirst() {
    return Indexes.compoundIndex(
        Indexes.ascending("workspace", "flow"), Indexes.descending("lastUpdatedAt", "_id"));
  }

  private static Mono<Void> index(WorkspaceCollection collection, Bson keys) {
    return collection.index(keys, new IndexOptions());
  }

  /** One document per conversation, of whatever flow: {@code _id} is {@code workspace/stream}. */
  Mono<WorkspaceCollection> of(RecordKind kind) {
    return indexed.thenReturn(
        switch (kind) {
          case PROFILE -> profiles;
          case BUYING_PROCESS -> buyingProcesses;
        });
  }

  /** The documents of these conversations, as far as there are any. */
  Flux<Document> find(RecordKind kind, Collection<StreamRef> streams) {
    var keys = streams.stream().map(StreamRef::key).toList();
    return of(kind)
        .flatMapMany(all ->
            all.acrossWorkspaces(Filters.in("_id", keys), Sorts.ascending("_id"), keys.size()));
  }

  /** One document per change: {@code _id} begins with {@code workspace/stream:rev}. */
  Mono<WorkspaceCollection> history() {
    return indexed.thenReturn(history);
  }

  static String key(String workspace, String stream) {
    return workspace + "/" + stream;
  }
}
