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
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * @param request the erasure by which it went
   * @param counts how much of each kind; kinds of which nothing went are absent
   */
  record Swept(Instant at, @Nullable String request, Map<RetentionKind, Integer> counts) {
    Swept {
      counts = Map.copyOf(counts);
    }
  }

  /**
   * A workspace's policy.
   *
   * @param rev counts its changes; 0 before the first
   * @param days after how many of silence what is erased; kinds without a term are absent
   */
  record Policy(
      String workspace, long rev, Map<RetentionKind, Integer> days, @Nullable Swept last) {
    Policy {
      days = Map.copyOf(days);
    }
  }

  /**
   * The term of a kind.
   *
   * @param days none to keep it
   */
  record Term(RetentionKind kind, @Nullable Integer days) {}

  Mono<Policy> find(String workspace) {
    return policies
        .flatMap(all -> all.findOne(workspace, eq(workspace)))
        .map(RetentionPolicies::policy)
        .defaultIfEmpty(new Policy(workspace, 0, Map.of(), null));
  }

  /**
   * Changes these terms of the policy at that revision, and no others; it is looked after at once.
   *
   * @return false when it stands at another one; nothing is changed then
   */
  Mono<Boolean> change(String workspace, long rev, List<Term> terms, Instant at) {
    return find(workspace)
        .filter(policy -> policy.rev() == rev)
        .flatMap(policy -> write(policy, changes(policy, terms, at)))
        .defaultIfEmpty(false);
  }

  private static Bson changes(Policy policy, List<Term> terms, Instant at) {
    var days = new HashMap<>(policy.days());
    var changes = new ArrayList<Bson>();
    for (var term : terms) {
      days.compute(term.kind(), (_, _) -> term.days());
      changes.add(set(term.kind().wire(), term.days()));
    }
    changes.add(set("rev", policy.rev() + 1));
    changes.add(set("due", days.isEmpty() ? null : Date.from(at)));
    return combine(changes);
  }

  private Mono<Boolean> write(Policy policy, Bson changes) {
    var workspace = policy.workspace();
    var same = and(eq(workspace), eq("rev", policy.rev()));
    return policies.flatMap(all ->
        policy.rev() == 0
            ? all.upsert(workspace, same, changes)
                .thenReturn(true)
                .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false))
            : all.update(workspace, same, changes));
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
    var last = new Document("at", Date.from(swept.at())).append("request", swept.request());
    swept.counts().forEach((kind, count) -> last.append(kind.wire(), count));
    return update(policy, combine(set("last", last), set("due", Date.from(due))));
  }

  private Mono<Void> update(Policy policy, Bson update) {
    var same = and(eq(policy.workspace()), eq("rev", policy.rev()));
    return policies.flatMap(all -> all.update(policy.workspace(), same, update)).then();
  }

  private static Policy policy(Document document) {
    return new Policy(
        document.getString("_id"),
        document.getLong("rev"),
        numbers(document),
        swept(document.get("last", Document.class)));
  }

  private static @Nullable Swept swept(@Nullable Document last) {
    return last == null
        ? null
        : new Swept(last.getDate("at").toInstant(), last.getString("request"), numbers(last));
  }

  /** By kind; earlier versions knew of visitors alone, and counted their conversations. */
  private static Map<RetentionKind, Integer> numbers(Document holder) {
    var numbers = new EnumMap<RetentionKind, Integer>(RetentionKind.class);
    for (var kind : RetentionKind.values()) {
      var number = holder.getInteger(kind.wire());
      if (number != null) {
        numbers.put(kind, number);
      }
    }
    var conversations = holder.getInteger("conversations");
    if (conversations != null) {
      numbers.put(RetentionKind.VISITORS, conversations);
    }
    return numbers;
  }
}
