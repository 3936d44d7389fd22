package rapport.integrations.store;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.runtime.outbox.NewsOutbox;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.Once;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collections of connections, with the indexes they need before they are first used. */
@Component
final class Collections {

  private final WorkspaceCollection connections;
  private final WorkspaceCollection syncs;
  private final WorkspaceCollection records;
  private final WorkspaceCollection sendings;
  private final Mono<Void> indexed;

  Collections(DocumentStore store) {
    this.connections = store.collection("connections");
    this.syncs = store.collection("syncs");
    this.records = store.collection("source_records");
    this.sendings = store.collection("sendings");
    this.indexed =
        Flux.concat(
                index(connections, Indexes.ascending("workspace", "createdAt")),
                index(connections, Indexes.ascending("connection")),
                withNews(connections),
                index(syncs, Indexes.ascending("nextAt")),
                withNews(records),
                index(records, Indexes.ascending("workspace", "connection", "record")),
                index(sendings, Indexes.ascending("workspace", "at")))
            .then()
            .as(Once::of);
  }

  private static Mono<Void> withNews(WorkspaceCollection collection) {
    return Flux.fromIterable(NewsOutbox.INDEXES).concatMap(keys -> index(collection, keys)).then();
  }

  private static Mono<Void> index(WorkspaceCollection collection, Bson keys) {
    return collection.index(keys, new IndexOptions());
  }

  /** {@code _id} is {@code workspace/connection}. */
  Mono<WorkspaceCollection> connections() {
    return indexed.thenReturn(connections);
  }

  /** How far each connection has read: {@code _id} is {@code workspace/connection}. */
  Mono<WorkspaceCollection> syncs() {
    return indexed.thenReturn(syncs);
  }

  /** Records of other systems: {@code _id} is {@code workspace/stream}. */
  Mono<WorkspaceCollection> records() {
    return indexed.thenReturn(records);
  }

  /** What was sent: {@code _id} is {@code workspace/key}. */
  Mono<WorkspaceCollection> sendings() {
    return indexed.thenReturn(sendings);
  }
}
