package rapport.integrations.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rapport.contracts.AutomationEvent;
import rapport.contracts.AutomationEvent.TaskCompleted;
import rapport.contracts.AutomationEvent.TaskReopened;
import rapport.integrations.store.IndexedCollection;
import rapport.runtime.outbox.OutboxEntry;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Mono;

class NewsOutboxTest {

  private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final DocumentStore store =
      new DocumentStore(client, "news_" + UUID.randomUUID().toString().replace("-", ""));
  private final Mono<WorkspaceCollection> tasks =
      IndexedCollection.withNews(store, "tasks", List.of());
  private final Mono<WorkspaceCollection> runs =
      IndexedCollection.withNews(store, "runs", List.of());
  private final NewsOutbox outbox =
      new NewsOutbox(List.of(new NewsCollection("tasks", tasks), new NewsCollection("runs", runs)));

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void what_is_stored_is_told_once_and_in_order() {
    stored(tasks, "t1", new TaskCompleted("ada"), new TaskReopened("bob"));
    stored(runs, "r1", new TaskCompleted("ada"));
    var entries = unpublished();
    assertThat(entries)
        .extracting(OutboxEntry::streamKey, OutboxEntry::lastRev)
        .containsExactlyInAnyOrder(
            tuple("main/t1", 1L), tuple("main/t1", 2L), tuple("main/r1", 1L));
    outbox.markPublished(entries).block();
    assertThat(unpublished()).isEmpty();
    assertThat(outbox.log(NINE).collectList().block()).hasSize(3);
  }

  @Test
  void what_came_after_the_mark_is_still_to_be_told() {
    stored(tasks, "t1", new TaskCompleted("ada"));
    var first = unpublished();
    added("t1", 1, new TaskReopened("bob"));
    outbox.markPublished(first).block();
    assertThat(unpublished()).extracting(OutboxEntry::lastRev).containsExactly(2L);
  }

  @Test
  void a_mark_never_jumps_over_news_nobody_has_published() {
    stored(tasks, "t1", new TaskCompleted("ada"), new TaskReopened("bob"));
    outbox.markPublished(unpublished().subList(1, 2)).block();
    assertThat(unpublished()).extracting(OutboxEntry::lastRev).containsExactly(1L, 2L);
  }

  private List<OutboxEntry> unpublished() {
    return outbox.unpublished(Set.of(), 100).collectList().blockOptional().orElseThrow();
  }

  private static void stored(
      Mono<WorkspaceCollection> collection, String stream, AutomationEvent... events) {
    var document = News.first("main", stream, NINE, null, List.of(events));
    collection.flatMap(all -> all.insert("main", document)).block();
  }

  private void added(String stream, long told, AutomationEvent event) {
    var more = News.more("main", stream, told, NINE, null, List.of(event));
    var guard = and(eq("main/" + stream), eq("told", told));
    assertThat(tasks.flatMap(all -> all.update("main", guard, more)).block()).isTrue();
  }
}
