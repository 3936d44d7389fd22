package rapport.profile.projection;

import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.profile.person.Talk;
import rapport.runtime.projection.Projection;

/** Folds the events of conversations into talks with visitors. */
final class TalkProjection implements Projection<Talk, ConversationEvent> {

  @Override
  public String name() {
    return "profile-talks";
  }

  @Override
  public EventCatalog<ConversationEvent> catalog() {
    return EventCatalog.CONVERSATION;
  }

  @Override
  public Talk empty(String workspace, String stream) {
    return Talk.none(stream);
  }

  @Override
  public Talk apply(Talk talk, Envelope<ConversationEvent> event) {
    return talk.apply(event);
  }

  @Override
  public boolean passesOver(Talk talk) {
    return talk.isNoTalk();
  }

  /** Who gave an address is a person to be seen at once. */
  @Override
  public boolean isPrompt() {
    return true;
  }
}
