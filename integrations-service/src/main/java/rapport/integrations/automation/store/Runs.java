package rapport.integrations.automation.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.AutomationEvent;
import rapport.contracts.AutomationEvent.RunStarted;
import rapport.contracts.EventCatalog;
import rapport.integrations.automation.Run;
import rapport.integrations.automation.Run.State;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.outbox.News;
import rapport.runtime.outbox.RelaySignal;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The runs of automations; what happens in them is told in the same write. */
@Component
public class Runs {

  private static final News<AutomationEvent> NEWS = new News<>(EventCatalog.AUTOMATION);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final Mono<WorkspaceCollection> documents;
  private final RelaySignal relay;

  public Runs(DocumentStore store, RelaySignal relay) {
    this.documents =
        IndexedCollection.withNews(
            store,
            "workflow_runs",
            List.of(
                Indexes.ascending("due"),
                Indexes.ascending("workspace", "workflow", "startedAt", "stream")));
    this.relay = relay;
  }

  /** One document per run, with what is to be told of it. */
  public Mono<WorkspaceCollection> documents() {
    return documents;
  }

  /** Begins a run, unless it has begun already. */
  public Mono<Void> begin(String workspace, Run run, Instant now) {
    var told =
        List.<AutomationEvent>of(
            new RunStarted(run.workflow(), run.version(), run.subject(), run.trigger()));
    var stream = new StreamRef(workspace, run.id());
    var document =
        NEWS.first(News.next(stream, 0, now, null, told))
            .append("_id", stream.key())
            .append("stream", run.id())
            .append("workflow", run.workflow())
            .append("startedAt", Date.from(run.startedAt()))
            .append("run", JSON.writeValueAsString(run))
            .append("due", Date.from(run.startedAt()))
            .append("rev", 1L);
    return documents
        .flatMap(all -> all.insert(workspace, document))
        .doOnSuccess(_ -> relay.wake(key(workspace, run.id())))
        .onErrorResume(DuplicateKeyException.class, _ -> Mono.empty());
  }

  /** Empty when there is none of that id. */
  public Mono<StoredRun> find(String workspace, String id) {
    return documents
        .flatMap(all -> all.findOne(workspace, eq(key(workspace, id))))
        .map(Runs::stored);
  }

  /** Where a page of runs ended. */
  public record After(Instant startedAt, String run) {}

  /** The runs of an automation, the latest first. */
  public Flux<StoredRun> list(String workspace, String workflow, @Nullable After after, int limit) {
    Bson filter = eq("workflow", workflow);
    if (after != null) {
      var at = Date.from(after.startedAt());
      filter =
          and(filter, or(lt("startedAt", at), and(eq("startedAt", at), lt("stream", after.run()))));
    }
    var wanted = filter;
    return documents
        .flatMapMany(
            all -> all.find(workspace, wanted, Sorts.descending("startedAt", "stream"), limit))
        .map(Runs::stored);
  }

  /**
   * Runs that go on by then, in all workspaces.
   *
   * @param limit none if it is 0
   */
  public Flux<StoredRun> due(Instant now, int limit) {
    if (limit == 0) {
      return Flux.empty();
    }
    return documents
        .flatMapMany(
            all -> all.acrossWorkspaces(lte("due", Date.from(now)), Sorts.ascending("due"), limit))
        .map(Runs::stored);
  }

  /**
   * Claims a run until then: nobody else takes it up before.
   *
   * @return empty when somebody else has it
   */
  public Mono<StoredRun> claim(StoredRun run, Instant until) {
    return updated(run, set("due", Date.from(until)))
        .filter(claimed -> claimed)
        .map(_ -> new StoredRun(run.workspace(), run.run(), run.rev() + 1, run.told()));
  }

  /**
   * Stores how a run went on.
   *
   * @return false when somebody else has claimed it meanwhile; nothing is changed then
   */
  public Mono<Boolean> replace(
      StoredRun before, Run run, List<AutomationEvent> events, Instant now) {
    var stream = new StreamRef(before.workspace(), run.id());
    var more = NEWS.more(News.next(stream, before.told(), now, null, events));
    return updated(
            before,
            combine(
                set("run", JSON.writeValueAsString(run)),
                set("due", Date.from(due(run, now))),
                more))
        .doOnNext(_ -> relay.wake(key(before.workspace(), run.id())));
  }

  private Mono<Boolean> updated(StoredRun run, Bson update) {
    var guard = and(eq(key(run.workspace(), run.run().id())), eq("rev", run.rev()));
    return documents.flatMap(
        all -> all.update(run.workspace(), guard, combine(set("rev", run.rev() + 1), update)));
  }

  private static Instant due(Run run, Instant now) {
    var next = run.next();
    if (run.state() != State.WAITING || next < 0) {
      return NEVER;
    }
    var due = run.steps().get(next).due();
    return due == null ? now : due;
  }

  private static StoredRun stored(Document document) {
    return new StoredRun(
        document.getString(WorkspaceCollection.WORKSPACE),
        JSON.readValue(document.getString("run"), Run.class),
        document.getLong("rev"),
        document.getLong("told"));
  }

  static String key(String workspace, String id) {
    return workspace + "/" + id;
  }
}
