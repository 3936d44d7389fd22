package rapport.lead.projection;

import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.lead.visitor.Judgement;
import rapport.lead.visitor.Visitor;
import rapport.runtime.projection.Projection;

/**
 * Folds the events of conversations into visitors. What a message is understood to mean depends on
 * the personas there are at that moment; the visitor keeps what was understood.
 */
final class VisitorProjection implements Projection<Visitor, ConversationEvent> {

  private final Judgement judgement;

  VisitorProjection(Judgement judgement) {
    this.judgement = judgement;
  }

  @Override
  public String name() {
    return "lead-visitors";
  }

  @Override
  public EventCatalog<ConversationEvent> catalog() {
    return EventCatalog.CONVERSATION;
  }

  @Override
  public Visitor empty(String workspace, String stream) {
    return Visitor.none(stream);
  }

  @Override
  public Visitor apply(Visitor view, Envelope<ConversationEvent> event) {
    return view.apply(event, judgement);
  }

  @Override
  public boolean passesOver(Visitor view) {
    return view.isNoVisitor();
  }

  /** A visitor waits for an answer that knows who they are. */
  @Override
  public boolean isPrompt() {
    return true;
  }
}
