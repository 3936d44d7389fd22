package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.health.usage.ConversationUsage;
import rapport.runtime.projection.Versioned;
import rapport.runtime.projection.Views;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Usage by day: one document per conversation, with the days it ran on. */
@Component
public final class UsageViews implements Views<ConversationUsage, ConversationEvent> {

  private static final Duration FOR_EVER = Duration.ofDays(36500);
  private static final int ALL = 0;

  private final Mono<WorkspaceCollection> usages;

  UsageViews(DocumentStore store) {
    var collection = store.collection("usage_daily");
    this.usages =
        collection
            .index(Indexes.ascending("workspace", "days.day"), new IndexOptions())
            .cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> FOR_EVER)
            .thenReturn(collection);
  }

  @Override
  public Mono<Versioned<ConversationUsage>> find(String workspace, String stream) {
    return usages
        .flatMap(all -> all.findOne(workspace, eq(key(workspace, stream))))
        .map(document -> new Versioned<>(UsageDocuments.view(document), document.getLong("rev")));
  }

  @Override
  public Mono<Boolean> save(
      String workspace,
      String stream,
      ConversationUsage view,
      long expectedRev,
      long newRev,
      List<Envelope<ConversationEvent>> applied) {
    var key = key(workspace, stream);
    var document = UsageDocuments.of(view).append("_id", key).append("rev", newRev);
    if (expectedRev == 0) {
      return usages
          .flatMap(all -> all.insert(workspace, document))
          .thenReturn(true)
          .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(false));
    }
    var expected = and(eq(key), eq("rev", expectedRev));
    return usages.flatMap(all -> all.replace(workspace, expected, document));
  }

  /** The usage of every conversation that ran on one of these days, both inclusive. */
  public Flux<ConversationUsage> between(String workspace, LocalDate from, LocalDate to) {
    var ran = elemMatch("days", and(gte("day", from.toString()), lte("day", to.toString())));
    return usages
        .flatMapMany(all -> all.find(workspace, ran, Sorts.ascending("_id"), ALL))
        .map(UsageDocuments::view);
  }

  private static String key(String workspace, String stream) {
    return workspace + "/" + stream;
  }
}
