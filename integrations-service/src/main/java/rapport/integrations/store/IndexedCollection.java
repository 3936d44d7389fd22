package rapport.integrations.store;

import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import rapport.runtime.outbox.NewsOutbox;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.Once;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives out collections only when their indexes are there. */
public final class IndexedCollection {

  private IndexedCollection() {}

  /** The collection of that name; its indexes are made before it is first used. */
  public static Mono<WorkspaceCollection> of(DocumentStore store, String name, List<Bson> indexes) {
    var collection = store.collection(name);
    return Flux.fromIterable(indexes)
        .concatMap(keys -> collection.index(keys, new IndexOptions()))
        .then()
        .as(Once::of)
        .thenReturn(collection);
  }

  /** One of documents with news. */
  public static Mono<WorkspaceCollection> withNews(
      DocumentStore store, String name, List<Bson> indexes) {
    var all = new ArrayList<>(indexes);
    all.addAll(NewsOutbox.INDEXES);
    return of(store, name, all);
  }
}
