package rapport.health.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists of accounts that people gave a name to; everybody in the workspace sees them. */
@Component
public final class SavedViews {

  private static final int MOST = 200;

  private final WorkspaceCollection collection;

  /** A name for the query of a list, such as {@code band=at-risk&sort=-arr}. */
  public record SavedView(String name, String query, String by) {}

  SavedViews(DocumentStore store) {
    this.collection = store.collection("saved_views");
  }

  public Flux<SavedView> all(String workspace) {
    return collection
        .find(workspace, new Document(), Sorts.ascending("_id"), MOST)
        .map(it -> new SavedView(it.getString("name"), it.getString("query"), it.getString("by")));
  }

  public Mono<Void> save(String workspace, SavedView view) {
    return collection.upsert(
        workspace,
        eq(workspace + "/" + view.name()),
        Updates.combine(
            Updates.set("name", view.name()),
            Updates.set("query", view.query()),
            Updates.set("by", view.by())));
  }

  /** False when there is none of that name. */
  public Mono<Boolean> delete(String workspace, String name) {
    return collection.delete(workspace, eq(workspace + "/" + name));
  }
}
