package rapport.gateway.account;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
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

  /**
   * What a provider calls somebody.
   *
   * @param since when they first came
   */
  record Identity(String issuer, String subject, Instant since) {}

  Mono<Void> prepare() {
    return documents.index(
        Indexes.ascending(WorkspaceCollection.WORKSPACE, "user"), new IndexOptions());
  }

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

  /** All of one user, one for each provider. */
  Flux<Identity> of(String workspace, String user) {
    return documents
        .find(workspace, eq("user", user), Sorts.ascending("_id"))
        .map(document -> {
          // No issuer has a space in it: it is the address of a host.
          String[] parts = document.getString("_id").split(" ", 2);
          return new Identity(parts[0], parts[1], document.getDate("at").toInstant());
        });
  }

  /** Detaches all of one user. */
  Mono<Void> deleteAll(String workspace, String user) {
    return documents.deleteAll(workspace, eq("user", user)).then();
  }

  private static String id(String issuer, String subject) {
    return issuer + " " + subject;
  }
}
