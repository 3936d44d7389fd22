package rapport.lead.projection;

import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.lead.session.Session;
import rapport.runtime.projection.Projection;

/** Folds the events of conversations into sessions. */
final class SessionProjection implements Projection<Session, ConversationEvent> {

  @Override
  public String name() {
    return "lead-sessions";
  }

  @Override
  public EventCatalog<ConversationEvent> catalog() {
    return EventCatalog.CONVERSATION;
  }

  @Override
  public Session empty(String workspace, String stream) {
    return Session.none(stream);
  }

  @Override
  public Session apply(Session view, Envelope<ConversationEvent> event) {
    return view.apply(event);
  }
}
