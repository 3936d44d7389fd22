package rapport.conversation.assessment;

import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.springframework.stereotype.Component;
import rapport.contracts.LeadEvent;
import rapport.runtime.projection.DocumentViews;
import rapport.runtime.store.DocumentStore;

/** How far each conversation's assessments have been taken in. */
@Component
final class LatestAssessments extends DocumentViews<LatestAssessment, LeadEvent> {

  LatestAssessments(DocumentStore store) {
    super(
        store,
        "assessments",
        Indexes.ascending("workspace"),
        view -> new Document("message", view.messageId()),
        document -> new LatestAssessment(document.getString("message")));
  }
}
