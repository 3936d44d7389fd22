package rapport.integrations.delivery.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.integrations.delivery.Endpoint;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.JsonDocuments;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The webhooks of workspaces. */
@Component
public class Endpoints {

  /** A workspace has no more. */
  public static final int MOST = 100;

  private final Mono<WorkspaceCollection> documents;

  public Endpoints(DocumentStore store) {
    this.documents =
        IndexedCollection.of(store, "webhooks", List.of(Indexes.ascending("workspace")));
  }

  /** For whoever seals all secrets anew. */
  Mono<WorkspaceCollection> documents() {
    return documents;
  }

  /** Whose the secrets of a webhook are, as they are sealed for. */
  public static String owner(String endpoint) {
    return "webhook|" + endpoint;
  }

  /** The oldest first. */
  public Flux<Endpoint> all(String workspace) {
    return documents
        .flatMapMany(
            all -> all.find(workspace, Filters.empty(), Sorts.ascending("createdAt", "_id"), MOST))
        .map(Endpoints::read);
  }

  public Mono<Endpoint> find(String workspace, String id) {
    return documents
        .flatMap(all -> all.findOne(workspace, eq(workspace + "/" + id)))
        .map(Endpoints::read);
  }

  public Mono<Void> add(String workspace, Endpoint endpoint) {
    return documents.flatMap(all -> all.insert(workspace, document(workspace, endpoint)));
  }

  /** Puts one in the place of that with the revision before; false when that has moved. */
  public Mono<Boolean> replace(String workspace, Endpoint endpoint) {
    var before = and(eq(workspace + "/" + endpoint.id()), eq("rev", endpoint.rev() - 1));
    return documents.flatMap(all -> all.replace(workspace, before, document(workspace, endpoint)));
  }

  public Mono<Boolean> delete(String workspace, String id) {
    return documents.flatMap(all -> all.delete(workspace, eq(workspace + "/" + id)));
  }

  private static Document document(String workspace, Endpoint endpoint) {
    return new Document("_id", workspace + "/" + endpoint.id())
        .append("rev", endpoint.rev())
        .append("createdAt", Date.from(endpoint.createdAt()))
        .append("endpoint", JsonDocuments.of(endpoint));
  }

  private static Endpoint read(Document document) {
    return JsonDocuments.read(document.get("endpoint", Document.class), Endpoint.class);
  }
}
