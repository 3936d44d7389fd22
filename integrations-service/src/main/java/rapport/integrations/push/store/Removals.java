package rapport.integrations.push.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.integrations.backlog.Backlog;
import rapport.integrations.push.Job.Trouble;
import rapport.integrations.push.Kind;
import rapport.integrations.push.PushProgress;
import rapport.integrations.push.Removal;
import rapport.integrations.push.Removal.State;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.privacy.PrivacyReport.Count;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.JsonDocuments;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The records over there of those who were erased: one document for each, erasure and connection.
 * They stay when the record is gone, so that a receipt can be given again.
 */
@Component
public final class Removals implements Backlog {

  private static final String UNTOLD = "untold";

  private final Mono<WorkspaceCollection> documents;
  private final Clock clock;

  public Removals(DocumentStore store, Clock clock) {
    this.documents =
        IndexedCollection.of(
            store,
            "crm_removals",
            List.of(
                Indexes.ascending("workspace", "connection", "kind", "due"),
                Indexes.ascending("workspace", "request"),
                Indexes.ascending("due"),
                Indexes.ascending(UNTOLD)));
    this.clock = clock;
  }

  /** Notes what an erasure found; what it has noted before stays as it is. */
  public Mono<Void> note(List<Removal> found) {
    var now = Date.from(clock.instant());
    List<Write> writes =
        found.stream()
            .<Write>map(each ->
                new Write.Upsert(
                    each.workspace(),
                    id(each),
                    combine(
                        setOnInsert("request", each.request()),
                        setOnInsert("connection", each.connection()),
                        setOnInsert("system", each.system()),
                        setOnInsert("kind", each.kind().wire()),
                        setOnInsert("id", each.id()),
                        setOnInsert("state", each.state().wire()),
                        setOnInsert("tries", 0),
                        setOnInsert("notedAt", now),
                        setOnInsert("due", each.state() == State.WAITING ? now : Pushes.NEVER))))
            .toList();
    return documents.flatMap(all -> all.writeAll(writes)).then();
  }

  /**
   * What receipts say of erasures: of how many records it was asked that they be deleted, how many
   * are, and how many stay. None of these becomes less.
   *
   * @return by erasure; those that found nothing are absent
   */
  public Mono<Map<String, List<Count>>> counts(String workspace, Collection<String> requests) {
    return documents
        .flatMapMany(
            all -> all.find(workspace, in("request", requests), Sorts.ascending("request")))
        .map(Removals::read)
        .collect(
            () -> new TreeMap<String, Map<String, Long>>(),
            (counts, each) -> {
              var mine = counts.computeIfAbsent(each.request(), _ -> new TreeMap<>());
              if (each.state() != State.KEPT) {
                mine.merge(each.system() + "/asked", 1L, Long::sum);
              }
              if (each.state() != State.WAITING) {
                mine.merge(each.system() + "/" + each.state().wire(), 1L, Long::sum);
              }
            })
        .map(counts -> {
          var all = new TreeMap<String, List<Count>>();
          counts.forEach((request, stores) ->
              all.put(
                  request,
                  stores.entrySet().stream()
                      .map(it -> new Count(it.getKey(), it.getValue()))
                      .toList()));
          return all;
        });
  }

  /** What is to be deleted of a kind by now, the longest due first. */
  public Flux<Removal> due(StreamRef connection, Kind kind, Instant now, int limit) {
    var due = and(of(connection), eq("kind", kind.wire()), lte("due", Date.from(now)));
    return documents
        .flatMapMany(all -> all.find(connection.workspace(), due, Sorts.ascending("due"), limit))
        .map(Removals::read);
  }

  /** When a connection is asked to delete something next; empty when nothing waits. */
  public Mono<Instant> nextDue(StreamRef connection) {
    var waiting = and(of(connection), lt("due", Pushes.NEVER));
    return documents
        .flatMapMany(all -> all.find(connection.workspace(), waiting, Sorts.ascending("due"), 1))
        .next()
        .map(document -> document.getDate("due").toInstant());
  }

  /** Stores what became of some: they are gone, or are tried again later. */
  public Mono<Void> settle(List<Removal> removals) {
    var now = clock.instant();
    var writes = removals.stream().map(each -> settled(each, now)).toList();
    return documents.flatMap(all -> all.writeAll(writes)).then();
  }

  private static Write settled(Removal removal, Instant now) {
    var error = removal.error();
    var waits = removal.state() == State.WAITING;
    var again = now.plus(PushProgress.pause(removal.tries(), null));
    return new Write.Update(
        removal.workspace(),
        and(id(removal), eq("state", State.WAITING.wire())),
        combine(
            set("state", removal.state().wire()),
            set("tries", removal.tries()),
            set("error", error == null ? null : JsonDocuments.of(error)),
            set("due", waits ? Date.from(again) : Pushes.NEVER),
            set(UNTOLD, waits ? null : Date.from(now))));
  }

  /** Tries everything again that could not be deleted. */
  public Mono<Void> hurry(StreamRef connection, Instant now) {
    return waiting(connection, set("due", Date.from(now)));
  }

  /** What waits for a connection that is over will never be known to be gone. */
  public Mono<Void> lose(StreamRef connection) {
    return waiting(
        connection,
        combine(
            set("state", State.LOST.wire()),
            set("due", Pushes.NEVER),
            set(UNTOLD, Date.from(clock.instant()))));
  }

  private Mono<Void> waiting(StreamRef connection, Bson change) {
    var waiting =
        and(
            eq(WorkspaceCollection.WORKSPACE, connection.workspace()),
            of(connection),
            eq("state", State.WAITING.wire()));
    return documents.flatMap(all -> all.updateAcrossWorkspaces(waiting, change));
  }

  /** Those whose erasures have not heard what became of them. */
  public Flux<Removal> untold(int limit) {
    return documents
        .flatMapMany(all ->
            all.acrossWorkspaces(
                gt(UNTOLD, Date.from(Instant.EPOCH)), Sorts.ascending(UNTOLD), limit))
        .map(Removals::read);
  }

  /** Their erasures have heard of them. */
  public Mono<Void> told(List<Removal> removals) {
    List<Write> writes =
        removals.stream()
            .<Write>map(each -> new Write.Update(each.workspace(), id(each), set(UNTOLD, null)))
            .toList();
    return documents.flatMap(all -> all.writeAll(writes)).then();
  }

  /** How many of a connection are in a state. */
  public Mono<Long> count(StreamRef connection, State state) {
    return documents.flatMap(
        all -> all.count(connection.workspace(), and(of(connection), eq("state", state.wire()))));
  }

  /** One that could not be deleted so far, the one that failed most often; empty when all goes. */
  public Mono<Removal> failing(StreamRef connection) {
    var failing = and(of(connection), eq("state", State.WAITING.wire()), gt("tries", 0));
    return documents
        .flatMapMany(all -> all.find(connection.workspace(), failing, Sorts.descending("tries"), 1))
        .next()
        .map(Removals::read);
  }

  @Override
  public String kind() {
    return "removal";
  }

  /** Those that wait, those of them that were noted long ago, and those that were refused. */
  @Override
  public Mono<Map<String, Long>> count(Instant now) {
    var waiting = lt("due", Pushes.NEVER);
    return documents.flatMap(all ->
        Mono.zip(
                all.countAcrossWorkspaces(waiting),
                all.countAcrossWorkspaces(and(waiting, lt("notedAt", Date.from(now.minus(LATE))))),
                all.countAcrossWorkspaces(and(waiting, gt("tries", 0))))
            .map(counted ->
                Map.of(
                    "waiting", counted.getT1(),
                    "late", counted.getT2(),
                    "failing", counted.getT3())));
  }

  private static Bson of(StreamRef connection) {
    return eq("connection", connection.stream());
  }

  private static Bson id(Removal removal) {
    return eq(
        String.join(
            "/",
            removal.workspace(),
            removal.connection(),
            removal.kind().wire(),
            removal.id(),
            removal.request()));
  }

  private static Removal read(Document document) {
    @Nullable Document error = document.get("error", Document.class);
    return new Removal(
        document.getString("request"),
        document.getString(WorkspaceCollection.WORKSPACE),
        document.getString("connection"),
        document.getString("system"),
        Kind.valueOf(document.getString("kind").toUpperCase(Locale.ROOT)),
        document.getString("id"),
        State.valueOf(document.getString("state").toUpperCase(Locale.ROOT)),
        document.getInteger("tries"),
        error == null ? null : JsonDocuments.read(error, Trouble.class));
  }
}
