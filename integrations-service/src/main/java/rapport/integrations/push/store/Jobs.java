package rapport.integrations.push.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.FieldValue;
import rapport.integrations.backlog.Backlog;
import rapport.integrations.push.Job;
import rapport.integrations.push.Job.Origin;
import rapport.integrations.push.Job.State;
import rapport.integrations.push.Kind;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What each connection is to have of each record, and how that went: one document for each. */
@Component
public final class Jobs implements Backlog {

  private static final int KEPT_TRIES = 10;
  private static final String CLOSED = "closed";

  private final Mono<WorkspaceCollection> documents;

  public Jobs(DocumentStore store) {
    this.documents =
        IndexedCollection.of(
            store,
            "crm_jobs",
            List.of(
                Indexes.ascending("workspace", "connection", "kind", "due"),
                Indexes.ascending("workspace", "connection", "state", "_id"),
                Indexes.ascending("workspace", "id"), // whoever is erased
                Indexes.ascending("due"),
                Indexes.ascending("state")));
  }

  /** Something to wake: a record, for a connection. */
  public record Woken(StreamRef connection, Kind kind, String id) {}

  /**
   * Has records pushed by then, also those that were refused: what they are now may be taken. Doing
   * it again only has them looked at once more.
   */
  public Mono<Void> wake(Collection<Woken> records, Instant due) {
    List<Write> writes =
        records.stream()
            .<Write>map(each ->
                new Write.Upsert(
                    each.connection().workspace(),
                    eq(key(each.connection(), each.kind(), each.id())),
                    combine(
                        set("state", State.WAITING.wire()),
                        set("due", Date.from(due)),
                        set("tries", 0),
                        inc("seq", 1L),
                        fresh(each))))
            .toList();
    return documents.flatMap(all -> all.writeAll(writes)).then();
  }

  private static Bson fresh(Woken record) {
    return combine(
        setOnInsert("connection", record.connection().stream()),
        setOnInsert("kind", record.kind().wire()),
        setOnInsert("id", record.id()),
        setOnInsert("label", ""),
        setOnInsert("tried", List.of()),
        setOnInsert("kept", List.of()));
  }

  /**
   * Notes a record that was sent by itself, not by pushing.
   *
   * @param origin ours if that made it; otherwise what was known of it stands
   */
  public Mono<Void> sent(
      StreamRef connection, Kind kind, String id, String remoteId, Origin origin) {
    var made =
        origin == Origin.OURS ? set("origin", origin.wire()) : setOnInsert("origin", origin.wire());
    var record =
        combine(
            made,
            set("remoteId", remoteId),
            fresh(new Woken(connection, kind, id)),
            setOnInsert("state", State.DONE.wire()),
            setOnInsert("due", Pushes.NEVER),
            setOnInsert("tries", 0),
            setOnInsert("seq", 0L));
    return documents.flatMap(
        all -> all.upsert(connection.workspace(), eq(key(connection, kind, id)), record));
  }

  /** What a connection is to be given of a kind by now, the longest due first. */
  public Flux<Job> due(StreamRef connection, Kind kind, Instant now, int limit) {
    var due = and(of(connection), eq("kind", kind.wire()), lte("due", Date.from(now)));
    return documents
        .flatMapMany(all -> all.find(connection.workspace(), due, Sorts.ascending("due"), limit))
        .map(JobDocuments::read);
  }

  /** When a connection is to be given something of those kinds next; empty when nothing waits. */
  public Mono<Instant> nextDue(StreamRef connection, Collection<Kind> kinds) {
    return Flux.fromIterable(kinds)
        .concatMap(kind -> nextDue(connection, kind))
        .reduce((one, other) -> one.isBefore(other) ? one : other);
  }

  private Mono<Instant> nextDue(StreamRef connection, Kind kind) {
    var waiting = and(of(connection), eq("kind", kind.wire()), lt("due", Pushes.NEVER));
    return documents
        .flatMapMany(all -> all.find(connection.workspace(), waiting, Sorts.ascending("due"), 1))
        .next()
        .map(document -> document.getDate("due").toInstant());
  }

  /**
   * A record that is looked after, and what is about to be written of it; maybe nothing.
   *
   * @param origin who will have made the record over there; none when there is none
   */
  public record Intended(Job job, @Nullable Origin origin, Map<String, FieldValue> fields) {}

  /**
   * Remembers what is about to be written, before it is: should nobody come back to tell, it is
   * known that it may be there. From now on only that lease may say what became of it.
   *
   * @return false when one of the jobs is gone or closed: then nothing of this may be written
   */
  public Mono<Boolean> intend(StreamRef connection, String lease, List<Intended> all) {
    var writes = new ArrayList<Write>();
    for (var each : all) {
      var id = and(eq(key(connection, each.job().kind(), each.job().id())), ne(CLOSED, true));
      var origin = each.origin();
      var mine = combine(set("lease", lease), set("origin", origin == null ? null : origin.wire()));
      var change =
          each.fields().isEmpty()
              ? mine
              : combine(
                  mine,
                  pushEach(
                      "tried",
                      List.of(JobDocuments.fields(each.fields())),
                      new PushOptions().slice(-KEPT_TRIES)));
      writes.add(new Write.Update(connection.workspace(), id, change));
    }
    return documents.flatMap(jobs -> jobs.writeAll(writes));
  }

  /** Of these records nothing is written any more, by whichever connection. */
  public Mono<Void> close(String workspace, Collection<String> ids) {
    return documents.flatMap(all ->
        all.updateAcrossWorkspaces(
            and(eq(WorkspaceCollection.WORKSPACE, workspace), in("id", ids)),
            combine(set(CLOSED, true), set("due", Pushes.NEVER))));
  }

  /** A record that a connection may have. */
  public record Written(StreamRef connection, Job job) {}

  /** Those of these records that some connection may have. */
  public Flux<Written> written(String workspace, Collection<String> ids) {
    return documents
        .flatMapMany(all -> all.find(workspace, in("id", ids), Sorts.ascending("_id")))
        .map(document ->
            new Written(
                new StreamRef(workspace, document.getString("connection")),
                JobDocuments.read(document)))
        .filter(each -> each.job().origin() != null || each.job().remoteId() != null);
  }

  /** What became of a record: the job as it is now. */
  public record Outcome(Job before, Job after) {}

  /**
   * Stores what became of records; one that was woken meanwhile stays waiting.
   *
   * @param lease whose intention it was; those of others are left alone
   */
  public Mono<Void> settle(StreamRef connection, String lease, List<Outcome> outcomes) {
    var writes = new ArrayList<Write>();
    for (var outcome : outcomes) {
      var job = outcome.after();
      var mine = and(eq(key(connection, job.kind(), job.id())), eq("lease", lease));
      var workspace = connection.workspace();
      writes.add(new Write.Update(workspace, mine, JobDocuments.findings(job)));
      writes.add(
          new Write.Update(
              workspace, and(mine, eq("seq", outcome.before().seq())), JobDocuments.state(job)));
    }
    return documents.flatMap(all -> all.writeAll(writes)).then();
  }

  public Mono<Job> find(StreamRef connection, Kind kind, String id) {
    return documents
        .flatMap(all -> all.findOne(connection.workspace(), eq(key(connection, kind, id))))
        .map(JobDocuments::read);
  }

  /** Everything that was refused is tried again; how much that is. */
  public Mono<Long> retryRefused(StreamRef connection, Instant now) {
    var refused = and(of(connection), eq("state", State.REFUSED.wire()));
    return count(connection, State.REFUSED)
        .flatMap(number ->
            documents
                .flatMap(all ->
                    all.updateAcrossWorkspaces(
                        and(eq(WorkspaceCollection.WORKSPACE, connection.workspace()), refused),
                        combine(
                            set("state", State.WAITING.wire()),
                            set("due", Date.from(now)),
                            set("tries", 0),
                            inc("seq", 1L))))
                .thenReturn(number));
  }

  public Mono<Long> count(StreamRef connection, State state) {
    return documents.flatMap(
        all -> all.count(connection.workspace(), and(of(connection), eq("state", state.wire()))));
  }

  /**
   * The jobs of a connection by kind and id.
   *
   * @param after the kind and id the page before ended with, as {@code kind/id}
   */
  public Flux<Job> list(
      StreamRef connection, @Nullable State state, @Nullable String after, int limit) {
    var filters = new ArrayList<Bson>();
    filters.add(of(connection));
    filters.add(state == null ? Filters.empty() : eq("state", state.wire()));
    if (after != null) {
      filters.add(gt("_id", connection.key() + "/" + after));
    }
    return documents
        .flatMapMany(
            all -> all.find(connection.workspace(), and(filters), Sorts.ascending("_id"), limit))
        .map(JobDocuments::read);
  }

  @Override
  public String kind() {
    return "push";
  }

  /** Those that wait, those of them that are late, and those that were refused. */
  @Override
  public Mono<Map<String, Long>> count(Instant now) {
    return documents.flatMap(all ->
        Mono.zip(
                all.countAcrossWorkspaces(lt("due", Pushes.NEVER)),
                all.countAcrossWorkspaces(lt("due", Date.from(now.minus(LATE)))),
                all.countAcrossWorkspaces(eq("state", State.REFUSED.wire())))
            .map(counted ->
                Map.of(
                    "waiting", counted.getT1(), "late", counted.getT2(), "dead", counted.getT3())));
  }

  /** Forgets the jobs of a connection that is over. */
  public Mono<Void> forget(StreamRef connection) {
    return documents.flatMap(all -> all.deleteAll(connection.workspace(), of(connection))).then();
  }

  private static Bson of(StreamRef connection) {
    return eq("connection", connection.stream());
  }

  private static String key(StreamRef connection, Kind kind, String id) {
    return connection.key() + "/" + kind.wire() + "/" + id;
  }
}
