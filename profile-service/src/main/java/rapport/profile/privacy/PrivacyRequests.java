package rapport.profile.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.contracts.PrivacyEvent;
import rapport.profile.account.store.AccountJson;
import rapport.runtime.outbox.News;
import rapport.runtime.outbox.NewsOutbox;
import rapport.runtime.outbox.RelaySignal;
import rapport.runtime.privacy.PrivacyTask.Kind;
import rapport.runtime.privacy.Subject;
import rapport.runtime.problem.Problem;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the requests; what services are to hear of one is in the same write. */
@Component
class PrivacyRequests {

  static final String COLLECTION = "privacy_requests";

  private static final Duration FOR_EVER = Duration.ofDays(36500);
  private static final News<PrivacyEvent> NEWS = new News<>(PrivacyEvent.CATALOG);
  private static final int TRIES = 20;

  private final WorkspaceCollection requests;
  private final Mono<WorkspaceCollection> indexed;
  private final AccountJson json;
  private final RelaySignal relay;

  PrivacyRequests(DocumentStore store, AccountJson json, RelaySignal relay) {
    this.requests = store.collection(COLLECTION);
    this.json = json;
    this.relay = relay;
    var indexes = new ArrayList<>(NewsOutbox.INDEXES);
    indexes.add(Indexes.ascending("workspace", "kind", "askedAt", "_id"));
    indexes.add(Indexes.ascending("state", "toldAt"));
    this.indexed =
        Flux.fromIterable(indexes)
            .concatMap(keys -> requests.index(keys, new IndexOptions()))
            .then()
            .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> FOR_EVER)
            .thenReturn(requests);
  }

  /** The collection, when its indexes are there. */
  Mono<WorkspaceCollection> collection() {
    return indexed;
  }

  /** What becomes of a request: null when nothing does. */
  interface Step {
    @Nullable Next of(PrivacyRequest request);
  }

  /** The request from now on, and what services are to hear of it. */
  record Next(PrivacyRequest request, List<PrivacyEvent> events) {}

  Mono<PrivacyRequest> begin(PrivacyRequest request, PrivacyEvent event) {
    var stream = new StreamRef(request.workspace(), request.id());
    var news = News.next(stream, 0, request.askedAt(), null, List.of(event));
    var document = document(request).append("_id", stream.key()).append("version", 1L);
    document.putAll(NEWS.first(news));
    return indexed
        .flatMap(all -> all.insert(request.workspace(), document))
        .doOnSuccess(_ -> relay.wake(stream.key()))
        .thenReturn(request);
  }

  Mono<PrivacyRequest> find(String workspace, String id) {
    return indexed
        .flatMap(all -> all.findOne(workspace, eq("_id", workspace + "/" + id)))
        .map(this::request);
  }

  Flux<PrivacyRequest> findAll(String workspace, List<String> ids) {
    return documents(workspace, ids).map(this::request);
  }

  private Flux<Document> documents(String workspace, Collection<String> ids) {
    var keys = Subject.keys(workspace, ids);
    return indexed.flatMapMany(
        all -> all.find(workspace, in("_id", keys), Sorts.ascending("_id"), keys.size()));
  }

  /**
   * Changes requests in one write, again from the beginning when somebody else changed one of them
   * meanwhile; so a step may be asked again about what it changed already.
   *
   * @param before is told what is about to be written, and holds it up
   */
  Mono<Void> change(
      String workspace,
      Collection<String> ids,
      Instant now,
      Step step,
      Function<List<PrivacyRequest>, Mono<Void>> before) {
    return attempt(workspace, ids, now, step, before, TRIES);
  }

  private Mono<Void> attempt(
      String workspace,
      Collection<String> ids,
      Instant now,
      Step step,
      Function<List<PrivacyRequest>, Mono<Void>> before,
      int tries) {
    if (tries == 0) {
      return Mono.error(
          Problem.of(HttpStatus.CONFLICT, "conflict", "Others are changing it; try again."));
    }
    return documents(workspace, ids)
        .collectList()
        .flatMap(found -> {
          var changed = new ArrayList<PrivacyRequest>();
          var writes = new ArrayList<Write>();
          for (var document : found) {
            var next = step.of(request(document));
            if (next != null) {
              changed.add(next.request());
              writes.add(write(document, next, now));
            }
          }
          return before
              .apply(changed)
              .then(indexed)
              .flatMap(all -> all.writeAll(writes))
              .doOnNext(_ -> changed.forEach(it -> relay.wake(stream(it).key())))
              .flatMap(saved ->
                  saved
                      ? Mono.<Void>empty()
                      : attempt(workspace, ids, now, step, before, tries - 1));
        });
  }

  private static StreamRef stream(PrivacyRequest request) {
    return new StreamRef(request.workspace(), request.id());
  }

  private Write write(Document before, Next next, Instant now) {
    var stream = stream(next.request());
    var version = before.getLong("version");
    var updates = new ArrayList<Bson>();
    document(next.request()).forEach((field, value) -> updates.add(set(field, value)));
    updates.add(set("version", version + 1));
    var news = News.next(stream, before.getLong("told"), now, null, next.events());
    if (!news.isEmpty()) {
      updates.add(NEWS.more(news));
    }
    var same = and(eq("_id", stream.key()), eq("version", version));
    return new Write.Update(stream.workspace(), same, combine(updates));
  }

  /** The place of a request in a list. */
  record Position(Instant askedAt, String id) {
    static Position of(PrivacyRequest request) {
      return new Position(request.askedAt(), request.id());
    }
  }

  /** Requests of a kind behind that one, the latest first. */
  Flux<PrivacyRequest> list(String workspace, Kind kind, @Nullable Position after, int limit) {
    var ofKind = eq("kind", kind.name());
    var wanted = after == null ? ofKind : and(ofKind, beyond(workspace, after));
    return indexed
        .flatMapMany(all -> all.find(workspace, wanted, Sorts.descending("askedAt", "_id"), limit))
        .map(this::request);
  }

  private static Bson beyond(String workspace, Position after) {
    var at = Date.from(after.askedAt());
    var key = workspace + "/" + after.id();
    return or(lt("askedAt", at), and(eq("askedAt", at), lt("_id", key)));
  }

  /** Requests of any workspace that are not done and of which nothing was told since then. */
  Flux<PrivacyRequest> silentSince(Instant then, int limit) {
    var silent = and(eq("state", "RUNNING"), lt("toldAt", Date.from(then)));
    return indexed
        .flatMapMany(all -> all.acrossWorkspaces(silent, Sorts.ascending("toldAt"), limit))
        .map(this::request);
  }

  /** When the erasure that has been running longest was asked for; empty when none runs. */
  Mono<Instant> oldestRunning() {
    var running = and(eq("state", "RUNNING"), eq("kind", Kind.ERASURE.name()));
    return indexed
        .flatMapMany(all -> all.acrossWorkspaces(running, Sorts.ascending("askedAt"), 1))
        .next()
        .map(document -> document.getDate("askedAt").toInstant());
  }

  /** Whether an erasure, of any workspace, ended from {@code since} on and before {@code until}. */
  Mono<Boolean> haveErased(Instant since, Instant until) {
    var erased =
        and(
            eq("state", "DONE"),
            gte("toldAt", Date.from(since)),
            lt("toldAt", Date.from(until)),
            eq("kind", Kind.ERASURE.name()));
    return indexed
        .flatMapMany(all -> all.acrossWorkspaces(erased, Sorts.ascending("toldAt"), 1))
        .hasElements();
  }

  private Document document(PrivacyRequest request) {
    return new Document("kind", request.kind().name())
        .append("state", request.state().name())
        .append("askedAt", Date.from(request.askedAt()))
        .append("value", json.document(request));
  }

  private PrivacyRequest request(Document document) {
    return json.read(
        Objects.requireNonNull(document.get("value", Document.class)), PrivacyRequest.class);
  }
}
