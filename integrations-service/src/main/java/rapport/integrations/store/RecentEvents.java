package rapport.integrations.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.integrations.activity.EventTally;
import rapport.runtime.projection.Versioned;
import rapport.runtime.projection.Views;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counted events: one document per conversation. */
@Component
public final class RecentEvents implements Views<EventTally, ConversationEvent> {

  private static final Duration FOR_EVER = Duration.ofDays(36500);
  private static final int ALL = 0;

  private final Mono<WorkspaceCollection> tallies;

  RecentEvents(DocumentStore store) {
    var collection = store.collection("recent_events");
    this.tallies =
        collection
            .index(Indexes.ascending("workspace"), new IndexOptions())
            .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> FOR_EVER)
            .thenReturn(collection);
  }

  @Override
  public Mono<Versioned<EventTally>> find(String workspace, String stream) {
    return tallies
        .flatMap(all -> all.findOne(workspace, eq(key(workspace, stream))))
        .map(document -> new Versioned<>(TallyDocuments.view(document), document.getLong("rev")));
  }

  @Override
  public Mono<Boolean> save(
      String workspace,
      String stream,
      EventTally view,
      long expectedRev,
      long newRev,
      List<Envelope<ConversationEvent>> applied) {
    var key = key(workspace, stream);
    var document = TallyDocuments.of(view).append("_id", key).append("rev", newRev);
    if (expectedRev == 0) {
      return tallies
          .flatMap(all -> all.insert(workspace, document))
          .thenReturn(true)
          .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false));
    }
    var expected = and(eq(key), eq("rev", expectedRev));
    return tallies.flatMap(all -> all.replace(workspace, expected, document));
  }

  /** The tally of every conversation of the workspace. */
  public Flux<EventTally> all(String workspace) {
    return tallies
        .flatMapMany(all -> all.find(workspace, Filters.empty(), Sorts.ascending("_id"), ALL))
        .map(TallyDocuments::view);
  }

  private static String key(String workspace, String stream) {
    return workspace + "/" + stream;
  }
}
