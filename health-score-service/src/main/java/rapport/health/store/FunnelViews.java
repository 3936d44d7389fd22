package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.health.funnel.ConversationProgress;
import rapport.runtime.projection.DocumentViews;
import rapport.runtime.store.DocumentStore;
import reactor.core.publisher.Flux;

/** Progress through flows: one document per conversation. */
@Component
public final class FunnelViews extends DocumentViews<ConversationProgress, ConversationEvent> {

  FunnelViews(DocumentStore store) {
    super(
        store,
        "flow_progress",
        Indexes.ascending("workspace", "flow", "startedOn"),
        FunnelDocuments::of,
        FunnelDocuments::view);
  }

  /**
   * The conversations of a flow begun on these days of UTC, both inclusive, the earliest day first.
   *
   * @param locale only those held in this language; all when null
   */
  public Flux<ConversationProgress> begun(
      String workspace, String flow, LocalDate from, LocalDate to, @Nullable String locale) {
    var begun =
        and(eq("flow", flow), gte("startedOn", from.toString()), lte("startedOn", to.toString()));
    var wanted = locale == null ? begun : and(begun, eq("locale", locale));
    return matching(workspace, wanted, Sorts.ascending("startedOn"));
  }
}
