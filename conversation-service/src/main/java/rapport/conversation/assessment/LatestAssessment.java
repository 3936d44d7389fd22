package rapport.conversation.assessment;

import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.LeadChange;
import rapport.contracts.LeadEvent;
import rapport.runtime.projection.Projection;

/** Which message of a conversation was assessed last. */
record LatestAssessment(String messageId) {

  /** Stands for the stream of a lead, in which no message is assessed. */
  private static final LatestAssessment OF_A_LEAD = new LatestAssessment("-");

  /** Folds what lead-intelligence-service says. */
  static final class Folding implements Projection<LatestAssessment, LeadEvent> {

    @Override
    public String name() {
      return "conversation-assessments";
    }

    @Override
    public EventCatalog<LeadEvent> catalog() {
      return EventCatalog.LEAD;
    }

    /** A visitor's answer waits for it. */
    @Override
    public boolean isPrompt() {
      return true;
    }

    @Override
    public LatestAssessment empty(String workspace, String stream) {
      return new LatestAssessment("");
    }

    @Override
    public LatestAssessment apply(LatestAssessment view, Envelope<LeadEvent> event) {
      return switch (event.event()) {
        case LeadEvent.VisitorAssessed assessed -> new LatestAssessment(assessed.messageId());
        case LeadChange _ -> OF_A_LEAD;
      };
    }

    @Override
    public boolean passesOver(LatestAssessment view) {
      return view.equals(OF_A_LEAD);
    }
  }
}
