package rapport.health.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.health.usage.ConversationUsage;
import rapport.runtime.projection.DocumentViews;
import rapport.runtime.store.DocumentStore;
import reactor.core.publisher.Flux;

/** Usage by day: one document per conversation, with the days it ran on. */
@Component
public final class UsageViews extends DocumentViews<ConversationUsage, ConversationEvent> {

  UsageViews(DocumentStore store) {
    super(
        store,
        "usage_daily",
        Indexes.ascending("workspace", "days.day"),
        UsageDocuments::of,
        UsageDocuments::view);
  }

  /** The usage of every conversation that ran on one of these days, both inclusive. */
  public Flux<ConversationUsage> between(String workspace, LocalDate from, LocalDate to) {
    var ran = elemMatch("days", and(gte("day", from.toString()), lte("day", to.toString())));
    return matching(workspace, ran, Sorts.ascending("_id"));
  }
}
