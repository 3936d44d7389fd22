package rapport.profile.projection;

import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.LeadEvent;
import rapport.profile.person.Opinion;
import rapport.runtime.projection.Projection;

/** Folds what lead-intelligence-service tells into what is thought of visitors and leads. */
final class OpinionProjection implements Projection<Opinion, LeadEvent> {

  @Override
  public String name() {
    return "profile-opinions";
  }

  @Override
  public EventCatalog<LeadEvent> catalog() {
    return EventCatalog.LEAD;
  }

  @Override
  public Opinion empty(String workspace, String stream) {
    return Opinion.none(stream);
  }

  @Override
  public Opinion apply(Opinion opinion, Envelope<LeadEvent> event) {
    return opinion.apply(event);
  }
}
