package rapport.runtime.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.List;
import org.bson.Document;
import rapport.contracts.PrivacyEvent;
import rapport.runtime.privacy.RequestProjection.Asked;
import rapport.runtime.projection.DocumentViews;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The requests a service has heard of. One is due until it was done and the owner knows. */
final class SeenRequests extends DocumentViews<Asked, PrivacyEvent> {

  private static final String NAME = "privacy_requests_seen";

  /** Bounds what is kept in memory of the people that are erased together. */
  private static final int AT_ONCE = 500;

  private final WorkspaceCollection requests;

  SeenRequests(DocumentStore store) {
    super(
        store,
        NAME,
        Indexes.ascending("due"),
        asked -> new Document("due", asked.due()),
        document -> new Asked(document.getBoolean("due")));
    this.requests = store.collection(NAME);
  }

  /** A request that is due. */
  record Due(StreamRef request, long rev) {}

  Flux<Due> due() {
    return requests
        .acrossWorkspaces(eq("due", true), Sorts.ascending("_id"), AT_ONCE)
        .map(document ->
            new Due(StreamRef.ofKey(document.getString("_id")), document.getLong("rev")));
  }

  /** They are done, unless they were asked for again meanwhile. */
  Mono<Void> settle(List<Due> done) {
    return requests.writeAll(done.stream().map(SeenRequests::settled).toList()).then();
  }

  private static Write settled(Due due) {
    var at = and(eq("_id", due.request().key()), eq("rev", due.rev()));
    return new Write.Update(due.request().workspace(), at, set("due", false));
  }
}
