package rapport.gateway.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code sessions}: who signed in, under the hash of the token they were given. */
@Repository
class Sessions {
  private static final int SWEPT_AT_ONCE = 1_000;
  private static final int LISTED = 200;
  private static final int LONGEST_AGENT = 200;

  private final WorkspaceCollection documents;
  private final AccountSettings settings;
  private final Clock clock;

  Sessions(DocumentStore store, AccountSettings settings, Clock clock) {
    this.documents = store.collection("sessions");
    this.settings = settings;
    this.clock = clock;
  }

  /** A session that was just opened, with the only copy of its token. */
  record Opened(OpaqueToken token, Instant expiresAt) {}

  /**
   * A session that is still good.
   *
   * @param id the hash of its token
   * @param agent what opened it called itself
   */
  record Session(
      String id,
      String workspace,
      String user,
      Instant createdAt,
      Instant expiresAt,
      @Nullable String agent) {}

  Mono<Void> prepare() {
    return documents
        .index(Indexes.ascending(WorkspaceCollection.WORKSPACE, "user"), new IndexOptions())
        .then(documents.index(Indexes.ascending("expiresAt"), new IndexOptions()));
  }

  /**
   * @param agent what opens it calls itself
   */
  Mono<Opened> open(User user, @Nullable String agent) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var opened = new Opened(OpaqueToken.forSession(), now.plus(settings.session()));
    Document document =
        new Document("_id", opened.token().hash())
            .append("user", user.id())
            .append("createdAt", Date.from(now))
            .append("expiresAt", Date.from(opened.expiresAt()));
    if (agent != null) {
      document.append("agent", agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)));
    }
    return documents.insert(user.workspace(), document).thenReturn(opened);
  }

  /** Looks in all workspaces: the token is what says which. */
  Mono<Session> find(String hash) {
    return documents
        .acrossWorkspaces(eq("_id", hash), Sorts.ascending("_id"), 1)
        .next()
        .map(Sessions::session)
        .filter(session -> session.expiresAt().isAfter(clock.instant()));
  }

  /** The sessions of a user that are still good, the latest first. */
  Flux<Session> of(String workspace, String user) {
    return documents
        .find(
            workspace,
            and(eq("user", user), gt("expiresAt", Date.from(clock.instant()))),
            Sorts.descending("createdAt"),
            LISTED)
        .map(Sessions::session);
  }

  /** True when the user had such a session. */
  Mono<Boolean> endOf(String workspace, String user, String id) {
    return documents.delete(workspace, and(eq("user", user), eq("_id", id)));
  }

  Mono<Boolean> end(String workspace, String hash) {
    return documents.delete(workspace, eq("_id", hash));
  }

  /** Ends all sessions of a user but the one with that hash. */
  Mono<Void> endAllBut(String hash, String workspace, String user) {
    return documents.updateAcrossWorkspaces(
        and(eq(WorkspaceCollection.WORKSPACE, workspace), eq("user", user), ne("_id", hash)),
        Updates.set("expiresAt", Date.from(Instant.EPOCH)));
  }

  private static Session session(Document document) {
    return new Session(
        document.getString("_id"),
        document.getString(WorkspaceCollection.WORKSPACE),
        document.getString("user"),
        document.getDate("createdAt").toInstant(),
        document.getDate("expiresAt").toInstant(),
        document.getString("agent"));
  }

  /** Deletes sessions that are over; how many. */
  Mono<Long> sweep() {
    return documents
        .acrossWorkspaces(
            lte("expiresAt", Date.from(clock.instant())),
            Sorts.ascending("expiresAt"),
            SWEPT_AT_ONCE)
        .concatMap(document ->
            end(document.getString(WorkspaceCollection.WORKSPACE), document.getString("_id")))
        .count();
  }
}
