package rapport.lead.store;

import com.mongodb.client.model.Indexes;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.lead.session.Session;
import rapport.runtime.projection.DocumentViews;
import rapport.runtime.store.DocumentStore;

/** The sessions there are: one document per conversation. */
@Component
public final class Sessions extends DocumentViews<Session, ConversationEvent> {

  Sessions(DocumentStore store) {
    super(
        store,
        "sessions",
        Indexes.ascending("workspace", "lastMessageAt"),
        SessionDocuments::of,
        SessionDocuments::view);
  }
}
