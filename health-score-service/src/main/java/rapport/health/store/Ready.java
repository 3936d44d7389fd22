package rapport.health.store;

import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.conversions.Bson;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.Once;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A collection whose indexes are made before its first use. */
final class Ready {

  private Ready() {}

  /** An index and whether it allows each key once only. */
  record Index(Bson keys, boolean unique) {}

  static Mono<WorkspaceCollection> collection(
      DocumentStore store, String name, List<Index> indexes) {
    var collection = store.collection(name);
    return Flux.fromIterable(indexes)
        .concatMap(
            index -> collection.index(index.keys(), new IndexOptions().unique(index.unique())))
        .then()
        .as(Once::of)
        .thenReturn(collection);
  }
}
