package rapport.health.projection;

import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.health.usage.ConversationUsage;
import rapport.runtime.projection.Projection;

/** Folds the events of conversations into their usage by day. */
final class UsageProjection implements Projection<ConversationUsage, ConversationEvent> {

  @Override
  public String name() {
    return "health-usage";
  }

  @Override
  public EventCatalog<ConversationEvent> catalog() {
    return EventCatalog.CONVERSATION;
  }

  @Override
  public ConversationUsage empty(String workspace, String stream) {
    return ConversationUsage.NONE;
  }

  @Override
  public ConversationUsage apply(ConversationUsage view, Envelope<ConversationEvent> event) {
    return view.apply(event);
  }
}
