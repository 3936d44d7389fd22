package rapport.gateway.account;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Mono;

/** The collection {@code identities}: which user a provider means by which subject. */
@Repository
class Identities {
  private final WorkspaceCollection documents;
  private final Clock clock;

  Identities(DocumentStore store, Clock clock) {
    this.documents = store.collection("identities");
    this.clock = clock;
  }

  /** Whose identity it is. */
  record Known(String workspace, String user) {}

  /** Looks in all workspaces: a sign-in does not name one. */
  Mono<Known> user(String issuer, String subject) {
    return documents
        .acrossWorkspaces(eq("_id", id(issuer, subject)), Sorts.ascending("_id"), 1)
        .next()
        .map(document ->
            new Known(
                document.getString(WorkspaceCollection.WORKSPACE), document.getString("user")));
  }

  /** Fails with {@code DuplicateKeyException} when somebody has it. */
  Mono<Void> add(User user, String issuer, String subject) {
    return documents.insert(
        user.workspace(),
        new Document("_id", id(issuer, subject))
            .append("user", user.id())
            .append("at", Date.from(clock.instant())));
  }

  private static String id(String issuer, String subject) {
    return issuer + " " + subject;
  }
}
