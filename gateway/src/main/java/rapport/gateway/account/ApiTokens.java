package rapport.gateway.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import rapport.runtime.identity.Role;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code api_tokens}: tokens for scripts, under their hashes. */
@Repository
class ApiTokens {
  /** Tokens one user may have. */
  static final int LIMIT_PER_USER = 100;

  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final WorkspaceCollection documents;
  private final Clock clock;

  ApiTokens(DocumentStore store, Clock clock) {
    this.documents = store.collection("api_tokens");
    this.clock = clock;
  }

  /**
   * An API token without its secret.
   *
   * @param id names it in the API
   * @param user whose it is
   * @param roles at most these of the user's
   * @param readOnly whether nothing can be changed with it
   * @param usedAt when it was last shown, to the minute; null for never
   * @param expiresAt null when it is good until deleted
   */
  record ApiToken(
      String id,
      String workspace,
      String user,
      String name,
      Set<Role> roles,
      boolean readOnly,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant usedAt) {

    ApiToken {
      roles = Set.copyOf(roles);
    }

    boolean isGoodAt(Instant time) {
      return expiresAt == null || expiresAt.isAfter(time);
    }
  }

  Mono<Void> prepare() {
    return documents.index(
        Indexes.ascending(WorkspaceCollection.WORKSPACE, "user", "createdAt"), new IndexOptions());
  }

  Mono<Void> add(ApiToken token, String hash) {
    Document document =
        new Document("_id", hash)
            .append("id", token.id())
            .append("user", token.user())
            .append("name", token.name())
            .append("roles", Users.wire(token.roles()))
            .append("readOnly", token.readOnly())
            .append("createdAt", Date.from(token.createdAt()));
    if (token.expiresAt() != null) {
      document.append("expiresAt", Date.from(token.expiresAt()));
    }
    return documents.insert(token.workspace(), document);
  }

  /** Looks in all workspaces: the token is what says which. */
  Mono<ApiToken> find(String hash) {
    return documents
        .acrossWorkspaces(eq("_id", hash), Sorts.ascending("_id"), 1)
        .next()
        .map(ApiTokens::token)
        .filter(token -> token.isGoodAt(clock.instant()));
  }

  /** Notes that a token was shown, at most once a minute. */
  Mono<Void> used(ApiToken token, String hash) {
    Instant now = clock.instant();
    Instant last = token.usedAt();
    return last != null && last.plus(NOTED_EVERY).isAfter(now)
        ? Mono.empty()
        : documents
            .update(token.workspace(), eq("_id", hash), Updates.set("usedAt", Date.from(now)))
            .then();
  }

  /** All tokens of a user, oldest first. */
  Flux<ApiToken> of(String workspace, String user) {
    return documents
        .find(workspace, eq("user", user), Sorts.ascending("createdAt"), LIMIT_PER_USER)
        .map(ApiTokens::token);
  }

  /** True when the user had such a token. */
  Mono<Boolean> delete(String workspace, String user, String id) {
    return documents.delete(workspace, and(eq("user", user), eq("id", id)));
  }

  private static ApiToken token(Document document) {
    Date expiresAt = document.getDate("expiresAt");
    Date usedAt = document.getDate("usedAt");
    return new ApiToken(
        document.getString("id"),
        document.getString(WorkspaceCollection.WORKSPACE),
        document.getString("user"),
        document.getString("name"),
        Users.roles(document),
        document.getBoolean("readOnly", false),
        document.getDate("createdAt").toInstant(),
        expiresAt == null ? null : expiresAt.toInstant(),
        usedAt == null ? null : usedAt.toInstant());
  }
}
