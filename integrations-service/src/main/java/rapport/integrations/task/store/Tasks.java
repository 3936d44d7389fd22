package rapport.integrations.task.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tasks of workspaces; what changes is told in the same write. */
@Component
public final class Tasks {

  private static final News<AutomationEvent> NEWS = new News<>(EventCatalog.AUTOMATION);

  private final Mono<WorkspaceCollection> documents;
  private final RelaySignal relay;

  Tasks(DocumentStore store, RelaySignal relay) {
    this.documents =
        IndexedCollection.withNews(
            store,
            "tasks",
            List.of(
                Indexes.ascending("workspace", "state", "due", "stream"),
                Indexes.ascending("workspace", "subject", "due")));
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

  private static String key(String workspace, String id) {
    return workspace + "/" + id;
  }
}
