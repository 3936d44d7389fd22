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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.health.job.Cadence;
import rapport.health.job.Period;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs of jobs: one document for each period of a workspace, whoever runs it, and for whatever
 * somebody asked for. Who holds the lease works on it; the fence counts the holders, and what an
 * earlier one still writes is refused.
 */
@Component
public final class Jobs {

  /** So long a holder may be silent before somebody else goes on. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final String RUNNING = "running";
  private static final String ON_DEMAND = "on-demand";
  private static final int MOST = 100;

  private final Mono<WorkspaceCollection> collection;

  /**
   * A run that somebody holds.
   *
   * @param name the period's id, or what somebody asked for
   * @param period absent when somebody asked for it
   * @param cursor the account up to which it is done; empty at the beginning
   * @param accounts how many it has done
   * @param carried what it knows from them; empty at the beginning
   */
  public record Run(
      String workspace,
      String name,
      @Nullable Period period,
      long fence,
      String cursor,
      long accounts,
      String carried) {

    /** The run, so many accounts further. */
    public Run further(String last, long more, String known) {
      return new Run(workspace, name, period, fence, last, accounts + more, known);
    }
  }

  /**
   * A run for people to see.
   *
   * @param job {@code daily}, {@code weekly}, {@code monthly}, {@code quarterly} or {@code
   *     on-demand}
   * @param holders how many instances have worked on it
   * @param accounts how many it has done
   */
  public record Seen(
      String name,
      String job,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String state,
      long holders,
      long accounts,
      Instant begunAt,
      @Nullable Instant doneAt) {}

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
        document(workspace, period.id(), 1, now, now.plus(LEASE))
            .append("cadence", period.cadence().wire())
            .append("from", period.from().toString())
            .append("to", period.to().toString());
    return collection
        .flatMap(all -> all.insert(workspace, document))
        .thenReturn(new Run(workspace, period.id(), period, 1, "", 0, ""))
        .onErrorResume(DuplicateKeyException.class, _ -> Mono.empty());
  }

  /** Has every account evaluated by whoever looks next; asking twice by a name is asking once. */
  public Mono<Void> ask(String workspace, String name, Instant now) {
    var document =
        document(workspace, name, 0, now, Instant.EPOCH)
            .append("cadence", ON_DEMAND)
            .append("from", name);
    return collection
        .flatMap(all -> all.insert(workspace, document))
        .onErrorResume(DuplicateKeyException.class, _ -> Mono.empty());
  }

  private static Document document(
      String workspace, String name, long fence, Instant now, Instant lease) {
    return new Document("_id", workspace + "/" + name)
        .append("name", name)
        .append("state", RUNNING)
        .append("fence", fence)
        .append("cursor", "")
        .append("accounts", 0L)
        .append("carried", "")
        .append("lease", Date.from(lease))
        .append("begunAt", Date.from(now));
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
        .map(_ ->
            new Run(
                workspace,
                found.getString("name"),
                found.getString("cadence").equals(ON_DEMAND) ? null : period(found),
                fence + 1,
                found.getString("cursor"),
                found.getLong("accounts"),
                found.getString("carried")));
  }

  /** Says how far a run is, and keeps the lease; empty when somebody else holds it by now. */
  public Mono<Run> reached(Run run, Instant now) {
    var further =
        combine(
            set("cursor", run.cursor()),
            set("accounts", run.accounts()),
            set("carried", run.carried()),
            set("lease", Date.from(now.plus(LEASE))));
    return update(run, further).map(_ -> run);
  }

  /** Says that a run is done; empty when somebody else holds it by now. */
  public Mono<Run> done(Run run, Instant now) {
    return update(run, combine(set("state", "done"), set("doneAt", Date.from(now)))).map(_ -> run);
  }

  private Mono<Boolean> update(Run run, Bson change) {
    var held =
        and(eq(run.workspace() + "/" + run.name()), eq("fence", run.fence()), eq("state", RUNNING));
    return collection
        .flatMap(all -> all.update(run.workspace(), held, change))
        .filter(updated -> updated);
  }

  /** The newest runs of a workspace, at most 100. */
  public Flux<Seen> newest(String workspace) {
    return collection
        .flatMapMany(
            all -> all.find(workspace, new Document(), Sorts.descending("begunAt", "_id"), MOST))
        .map(Jobs::seen);
  }

  private static Seen seen(Document document) {
    var job = document.getString("cadence");
    var period = job.equals(ON_DEMAND) ? null : period(document);
    var doneAt = document.getDate("doneAt");
    return new Seen(
        document.getString("name"),
        job,
        period == null ? null : period.from(),
        period == null ? null : period.to(),
        document.getString("state"),
        document.getLong("fence"),
        document.getLong("accounts"),
        document.getDate("begunAt").toInstant(),
        doneAt == null ? null : doneAt.toInstant());
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
