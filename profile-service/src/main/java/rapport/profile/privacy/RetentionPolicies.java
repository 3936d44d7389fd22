package rapport.profile.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** For how long each workspace keeps what, and when that is looked after next. */
@Component
class RetentionPolicies {

  static final String COLLECTION = "retention_policies";

  private static final Duration FOR_EVER = Duration.ofDays(36500);

  private final Mono<WorkspaceCollection> policies;

  RetentionPolicies(DocumentStore store) {
    var collection = store.collection(COLLECTION);
    this.policies =
        collection
            .index(Indexes.ascending("due"), new IndexOptions())
            .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> FOR_EVER)
            .thenReturn(collection);
  }

  /**
   * What went last.
   *
   * @param request the erasure by which it went; none when there was nothing to erase
   */
  record Swept(Instant at, @Nullable String request, int conversations) {}

  /**
   * A workspace's policy.
   *
   * @param rev counts its changes; 0 before the first
   * @param visitors after how many days conversations with unknown visitors are erased; none to
   *     keep them
   */
  record Policy(String workspace, long rev, @Nullable Integer visitors, @Nullable Swept last) {}

  Mono<Policy> find(String workspace) {
    return policies
        .flatMap(all -> all.findOne(workspace, eq(workspace)))
        .map(RetentionPolicies::policy)
        .defaultIfEmpty(new Policy(workspace, 0, null, null));
  }

  /**
   * Changes the policy at that revision; it is looked after at once.
   *
   * @return false when it stands at another one; nothing is changed then
   */
  Mono<Boolean> change(String workspace, long rev, @Nullable Integer visitors, Instant at) {
    var changed =
        combine(
            set("rev", rev + 1),
            set("visitors", visitors),
            set("due", visitors == null ? null : Date.from(at)));
    return policies.flatMap(all ->
        rev == 0
            ? all.upsert(workspace, and(eq(workspace), eq("rev", 0L)), changed)
                .thenReturn(true)
                .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false))
            : all.update(workspace, and(eq(workspace), eq("rev", rev)), changed));
  }

  /** Those that are to be looked after, for the caller alone until then. */
  Flux<Policy> claim(Instant now, Instant until, int limit) {
    return policies.flatMapMany(all ->
        all.acrossWorkspaces(lte("due", Date.from(now)), Sorts.ascending("due"), limit)
            .concatMap(document -> {
              var workspace = document.getString("_id");
              var same = and(eq(workspace), eq("due", document.getDate("due")));
              return all.update(workspace, same, set("due", Date.from(until)))
                  .filter(claimed -> claimed)
                  .map(_ -> policy(document));
            }));
  }

  /** It is looked after again at that time, unless it was changed meanwhile. */
  Mono<Void> next(Policy policy, Instant due) {
    return update(policy, set("due", Date.from(due)));
  }

  /** So much went; it is looked after again at that time, unless it was changed meanwhile. */
  Mono<Void> swept(Policy policy, Swept swept, Instant due) {
    var last =
        new Document("at", Date.from(swept.at()))
            .append("request", swept.request())
            .append("conversations", swept.conversations());
    return update(policy, combine(set("last", last), set("due", Date.from(due))));
  }

  private Mono<Void> update(Policy policy, Bson update) {
    var same = and(eq(policy.workspace()), eq("rev", policy.rev()));
    return policies.flatMap(all -> all.update(policy.workspace(), same, update)).then();
  }

  private static Policy policy(Document document) {
    var last = document.get("last", Document.class);
    return new Policy(
        document.getString("_id"),
        document.getLong("rev"),
        document.getInteger("visitors"),
        last == null
            ? null
            : new Swept(
                last.getDate("at").toInstant(),
                last.getString("request"),
                last.getInteger("conversations")));
  }
}
