package rapport.integrations.projection;

import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.integrations.activity.EventTally;
import rapport.runtime.projection.Projection;

/** Counts the events of each conversation. */
final class RecentEventsProjection implements Projection<EventTally, ConversationEvent> {

  @Override
  public String name() {
    return "integrations-recent-events";
  }

  @Override
  public EventCatalog<ConversationEvent> catalog() {
    return EventCatalog.CONVERSATION;
  }

  @Override
  public EventTally empty(String workspace, String stream) {
    return EventTally.NONE;
  }

  @Override
  public EventTally apply(EventTally view, Envelope<ConversationEvent> event) {
    return view.apply(event);
  }
}
