package rapport.health.projection;

import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.health.funnel.ConversationProgress;
import rapport.runtime.projection.Projection;

/** Folds the events of conversations into how far each came through its flow. */
final class FunnelProjection implements Projection<ConversationProgress, ConversationEvent> {

  @Override
  public String name() {
    return "health-funnel";
  }

  @Override
  public EventCatalog<ConversationEvent> catalog() {
    return EventCatalog.CONVERSATION;
  }

  @Override
  public ConversationProgress empty(String workspace, String stream) {
    return ConversationProgress.NONE;
  }

  @Override
  public ConversationProgress apply(ConversationProgress view, Envelope<ConversationEvent> event) {
    return view.apply(event);
  }
}
