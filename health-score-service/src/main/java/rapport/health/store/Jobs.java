package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.health.job.Cadence;
import rapport.health.job.Period;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs of jobs: one document for each period of a workspace, whoever runs it. Who holds the lease
 * works on it; the fence counts the holders, and what an earlier one still writes is refused.
 */
@Component
public final class Jobs {

  /** So long a holder may be silent before somebody else goes on. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final String RUNNING = "running";
  private static final int MOST = 100;

  private final Mono<WorkspaceCollection> collection;

  /**
   * A run that somebody holds.
   *
   * @param cursor the account up to which it is done; empty at the beginning
   */
  public record Run(String workspace, Period period, long fence, String cursor) {}

  /** A run for people to see. */
  public record Seen(
      String period, Cadence cadence, LocalDate from, LocalDate to, String state, long holders) {}

  Jobs(DocumentStore store) {
    this.collection =
        Ready.collection(
            store,
            "jobs",
            List.of(
                new Ready.Index(Indexes.ascending("workspace", "cadence", "from"), true),
                new Ready.Index(Indexes.ascending("state", "lease"), false)));
  }

  /** The period of that cadence that was begun last. */
  public Mono<Period> last(String workspace, Cadence cadence) {
    return collection
        .flatMapMany(
            all -> all.find(workspace, eq("cadence", cadence.wire()), Sorts.descending("from"), 1))
        .next()
        .map(Jobs::period);
  }

  /** Begins a period; empty when somebody else has begun it. */
  public Mono<Run> begin(String workspace, Period period, Instant now) {
    var document =
        new Document("_id", workspace + "/" + period.id())
            .append("cadence", period.cadence().wire())
            .append("from", period.from().toString())
            .append("to", period.to().toString())
            .append("state", RUNNING)
            .append("fence", 1L)
            .append("cursor", "")
            .append("lease", Date.from(now.plus(LEASE)))
            .append("begunAt", Date.from(now));
    return collection
        .flatMap(all -> all.insert(workspace, document))
        .thenReturn(new Run(workspace, period, 1, ""))
        .onErrorResume(DuplicateKeyException.class, _ -> Mono.empty());
  }

  /** Takes over runs whose holders have been silent for too long. */
  public Flux<Run> takeOver(Instant now) {
    var abandoned = and(eq("state", RUNNING), lte("lease", Date.from(now)));
    return collection.flatMapMany(all ->
        all.acrossWorkspaces(abandoned, Sorts.ascending("begunAt"), MOST)
            .concatMap(it -> takeOver(all, it, now)));
  }

  private static Mono<Run> takeOver(WorkspaceCollection all, Document found, Instant now) {
    var workspace = found.getString("workspace");
    var fence = found.getLong("fence");
    var same = and(eq(found.getString("_id")), eq("fence", fence), eq("state", RUNNING));
    var mine = combine(inc("fence", 1L), set("lease", Date.from(now.plus(LEASE))));
    return all.update(workspace, same, mine)
        .filter(taken -> taken)
        .map(_ -> new Run(workspace, period(found), fence + 1, found.getString("cursor")));
  }

  /** Says how far a run is, and keeps the lease; empty when somebody else holds it by now. */
  public Mono<Run> reached(Run run, String cursor, Instant now) {
    var further = combine(set("cursor", cursor), set("lease", Date.from(now.plus(LEASE))));
    return update(run, further)
        .map(_ -> new Run(run.workspace(), run.period(), run.fence(), cursor));
  }

  /** Says that a run is done; empty when somebody else holds it by now. */
  public Mono<Run> done(Run run, Instant now) {
    return update(run, combine(set("state", "done"), set("doneAt", Date.from(now)))).map(_ -> run);
  }

  private Mono<Boolean> update(Run run, Bson change) {
    var held =
        and(
            eq(run.workspace() + "/" + run.period().id()),
            eq("fence", run.fence()),
            eq("state", RUNNING));
    return collection
        .flatMap(all -> all.update(run.workspace(), held, change))
        .filter(updated -> updated);
  }

  /** The newest runs of a workspace, at most 100. */
  public Flux<Seen> newest(String workspace) {
    return collection
        .flatMapMany(
            all -> all.find(workspace, new Document(), Sorts.descending("begunAt", "_id"), MOST))
        .map(it -> {
          var period = period(it);
          return new Seen(
              period.id(),
              period.cadence(),
              period.from(),
              period.to(),
              it.getString("state"),
              it.getLong("fence"));
        });
  }

  private static Period period(Document document) {
    var cadence =
        List.of(Cadence.values()).stream()
            .filter(it -> it.wire().equals(document.getString("cadence")))
            .findFirst();
    return new Period(
        cadence.orElseThrow(),
        LocalDate.parse(Objects.requireNonNull(document.getString("from"))),
        LocalDate.parse(Objects.requireNonNull(document.getString("to"))));
  }
}
