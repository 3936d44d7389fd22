package rapport.health.store;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Sorts;
import java.util.List;
import org.bson.Document;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All documents of a workspace, read a page at a time, so that neither side holds them all. */
final class Paged {

  private static final int PAGE = 500;

  private Paged() {}

  /** In the order of their ids, which are texts. */
  static Flux<Document> all(WorkspaceCollection collection, String workspace) {
    return after(collection, workspace, "")
        .expand(page -> after(collection, workspace, page.getLast().getString("_id")))
        .concatMapIterable(page -> page);
  }

  private static Mono<List<Document>> after(
      WorkspaceCollection collection, String workspace, String id) {
    return collection
        .find(workspace, gt("_id", id), Sorts.ascending("_id"), PAGE)
        .collectList()
        .filter(page -> !page.isEmpty());
  }
}
