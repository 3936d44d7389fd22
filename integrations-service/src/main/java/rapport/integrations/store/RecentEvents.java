package rapport.integrations.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.integrations.activity.EventTally;
import rapport.runtime.projection.DocumentViews;
import rapport.runtime.store.DocumentStore;
import reactor.core.publisher.Flux;

/** Counted events: one document per conversation. */
@Component
public final class RecentEvents extends DocumentViews<EventTally, ConversationEvent> {

  RecentEvents(DocumentStore store) {
    super(
        store,
        "recent_events",
        Indexes.ascending("workspace"),
        TallyDocuments::of,
        TallyDocuments::view);
  }

  /** The tally of every conversation of the workspace. */
  public Flux<EventTally> all(String workspace) {
    return matching(workspace, Filters.empty(), Sorts.ascending("_id"));
  }
}
