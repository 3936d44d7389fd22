package rapport.profile.projection;

import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.profile.profile.ProfileUpdate;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.RecordKind;
import rapport.runtime.projection.Projection;

/**
 * Folds the events of conversations into customer profiles; other flows leave nothing but a start.
 */
final class ProfileProjection implements Projection<ProfileUpdate, ConversationEvent> {

  @Override
  public String name() {
    return RecordKind.PROFILE.many();
  }

  @Override
  public EventCatalog<ConversationEvent> catalog() {
    return EventCatalog.CONVERSATION;
  }

  @Override
  public ProfileUpdate empty(String workspace, String stream) {
    return ProfileUpdate.saved(ConversationRecord.none(stream), 0);
  }

  @Override
  public ProfileUpdate apply(ProfileUpdate update, Envelope<ConversationEvent> event) {
    return update.apply(event);
  }

  @Override
  public boolean passesOver(ProfileUpdate update) {
    return update.record().isOtherThan(RecordKind.PROFILE);
  }
}
