package rapport.gateway.account;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Mono;

/**
 * The collection {@code password_links}: the latest link by which a user may set a password, under
 * the hash of its token. A user has at most one, and it is good once.
 */
@Repository
class PasswordLinks {
  private static final int SWEPT_AT_ONCE = 1_000;

  private final WorkspaceCollection documents;
  private final AccountSettings settings;
  private final Clock clock;

  PasswordLinks(DocumentStore store, AccountSettings settings, Clock clock) {
    this.documents = store.collection("password_links");
    this.settings = settings;
    this.clock = clock;
  }

  /** A link that was just made, with the only copy of its token. */
  record Made(OpaqueToken token, Instant expiresAt) {
    /**
     * To be put behind the address of this Rapport. The token stands behind the #: no server and no
     * log on the way sees it.
     */
    String path() {
      return "/app/set-password#" + token.value();
    }
  }

  /** Whose link it is. */
  record Link(String workspace, String user) {}

  Mono<Void> prepare() {
    return documents
        .index(Indexes.ascending(WorkspaceCollection.WORKSPACE, "user"), new IndexOptions())
        .then(documents.index(Indexes.ascending("expiresAt"), new IndexOptions()));
  }

  /** A link for the user as administrators make it; those made before are good no more. */
  Mono<Made> make(User user) {
    return make(user, settings.link());
  }

  /** A link that is good for so long; those made before are good no more. */
  Mono<Made> make(User user, Duration lifetime) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var made = new Made(OpaqueToken.forLink(), now.plus(lifetime));
    Document document =
        new Document("_id", made.token().hash())
            .append("user", user.id())
            .append("expiresAt", Date.from(made.expiresAt()));
    return endAll(user.workspace(), user.id())
        .then(documents.insert(user.workspace(), document))
        .thenReturn(made);
  }

  /** Looks in all workspaces: the token is what says which. */
  Mono<Link> find(String hash) {
    return documents
        .acrossWorkspaces(eq("_id", hash), Sorts.ascending("_id"), 1)
        .next()
        .filter(document -> document.getDate("expiresAt").toInstant().isAfter(clock.instant()))
        .map(document ->
            new Link(
                document.getString(WorkspaceCollection.WORKSPACE), document.getString("user")));
  }

  /** Uses the link up; false when somebody else was faster. */
  Mono<Boolean> use(Link link, String hash) {
    return documents.delete(link.workspace(), eq("_id", hash));
  }

  Mono<Void> endAll(String workspace, String user) {
    return documents.deleteAll(workspace, eq("user", user)).then();
  }

  /** Deletes links nobody used in time; how many. */
  Mono<Long> sweep() {
    return documents
        .acrossWorkspaces(
            lte("expiresAt", Date.from(clock.instant())),
            Sorts.ascending("expiresAt"),
            SWEPT_AT_ONCE)
        .concatMap(document ->
            documents.delete(
                document.getString(WorkspaceCollection.WORKSPACE),
                eq("_id", document.getString("_id"))))
        .count();
  }
}
