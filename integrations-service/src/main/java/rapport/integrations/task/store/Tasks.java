package rapport.integrations.task.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.AutomationEvent;
import rapport.contracts.EventCatalog;
import rapport.integrations.store.IndexedCollection;
import rapport.integrations.task.Task;
import rapport.integrations.task.TaskDecider;
import rapport.runtime.outbox.News;
import rapport.runtime.outbox.RelaySignal;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tasks of workspaces; what changes is told in the same write. */
@Component
public final class Tasks {

  private static final News<AutomationEvent> NEWS = new News<>(EventCatalog.AUTOMATION);

  private final Mono<WorkspaceCollection> documents;
  private final RelaySignal relay;

  public Tasks(DocumentStore store, RelaySignal relay) {
    this.documents =
        IndexedCollection.withNews(
            store,
            "tasks",
            List.of(
                Indexes.ascending("workspace", "state", "due", "stream"),
                Indexes.ascending("workspace", "subject", "due"),
                Indexes.ascending(TaskDocuments.OWED)));
    this.relay = relay;
  }

  /** One document per task, with what is to be told of it. */
  public Mono<WorkspaceCollection> documents() {
    return documents;
  }

  /**
   * Adds a task. One of that id is taken for the same: nothing is added twice.
   *
   * @param cause what made it, such as a run; null when a person did
   */
  public Mono<StoredTask> add(String workspace, Task task, Instant at, @Nullable String cause) {
    var events = TaskDecider.created(task);
    var stream = new StreamRef(workspace, task.id());
    var news = NEWS.first(News.next(stream, 0, at, cause, events));
    var document =
        TaskDocuments.of(task, news.append("_id", stream.key()).append("stream", task.id()));
    return documents
        .flatMap(all -> all.insert(workspace, document))
        .doOnSuccess(_ -> relay.wake(key(workspace, task.id())))
        .thenReturn(new StoredTask(task, 1, events.size()))
        .onErrorResume(DuplicateKeyException.class, _ -> find(workspace, task.id()));
  }

  /** Empty when there is none of that id. */
  public Mono<StoredTask> find(String workspace, String id) {
    return documents
        .flatMap(all -> all.findOne(workspace, eq(key(workspace, id))))
        .map(TaskDocuments::stored);
  }

  /** By the time they are due; those that never are come last. */
  public Flux<StoredTask> list(String workspace, TaskQuery query, int limit) {
    return documents
        .flatMapMany(
            all -> all.find(workspace, query.filter(), Sorts.ascending("due", "stream"), limit))
        .map(TaskDocuments::stored);
  }

  /**
   * Stores what became of a task.
   *
   * @return empty when it has moved meanwhile
   */
  public Mono<StoredTask> replace(
      String workspace, StoredTask before, Task task, List<AutomationEvent> events, Instant at) {
    var rev = before.rev() + 1;
    var stream = new StreamRef(workspace, task.id());
    var more = NEWS.more(News.next(stream, before.told(), at, null, events));
    var guard = and(eq(key(workspace, task.id())), eq("rev", before.rev()));
    return documents
        .flatMap(
            all -> all.update(workspace, guard, combine(TaskDocuments.fields(task, rev), more)))
        .filter(updated -> updated)
        .doOnNext(_ -> relay.wake(key(workspace, task.id())))
        .map(_ -> new StoredTask(task, rev, before.told() + events.size()));
  }

  /** Those of these ids. */
  public Flux<Task> find(String workspace, Collection<String> ids) {
    var keys = ids.stream().map(id -> key(workspace, id)).toList();
    return documents
        .flatMapMany(
            all -> all.find(workspace, in("_id", keys), Sorts.ascending("_id"), keys.size()))
        .map(document -> TaskDocuments.stored(document).task());
  }

  /**
   * A task whose change other systems may have to be told of.
   *
   * @param why what it was owed for when that was seen
   */
  public record Owed(String workspace, String id, String why) {}

  /** Those whose changes nobody has passed on yet. */
  public Flux<Owed> owed(int limit) {
    return documents
        .flatMapMany(all ->
            all.acrossWorkspaces(
                gt(TaskDocuments.OWED, ""), Sorts.ascending(TaskDocuments.OWED), limit))
        .map(document ->
            new Owed(
                document.getString(WorkspaceCollection.WORKSPACE),
                document.getString("stream"),
                document.getString(TaskDocuments.OWED)));
  }

  /** Those were passed on; what has changed meanwhile stays owed. */
  public Mono<Void> passedOn(List<Owed> owed) {
    List<Write> writes =
        owed.stream()
            .<Write>map(each ->
                new Write.Update(
                    each.workspace(),
                    and(eq(key(each.workspace(), each.id())), eq(TaskDocuments.OWED, each.why())),
                    unset(TaskDocuments.OWED)))
            .toList();
    return documents.flatMap(all -> all.writeAll(writes)).then();
  }

  /** All of a workspace are to be passed on, since somebody wants them now. */
  public Mono<Void> oweAll(String workspace) {
    return documents.flatMap(all ->
        all.updateAcrossWorkspaces(
            eq(WorkspaceCollection.WORKSPACE, workspace),
            set(TaskDocuments.OWED, "all " + UUID.randomUUID())));
  }

  private static String key(String workspace, String id) {
    return workspace + "/" + id;
  }
}
