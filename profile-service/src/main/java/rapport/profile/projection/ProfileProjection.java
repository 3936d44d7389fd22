package rapport.profile.projection;

import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.profile.profile.CustomerProfile;
import rapport.profile.profile.ProfileUpdate;
import rapport.runtime.projection.Projection;

/** Folds the events of conversations into customer profiles. */
final class ProfileProjection implements Projection<ProfileUpdate, ConversationEvent> {

  @Override
  public String name() {
    return "profiles";
  }

  @Override
  public EventCatalog<ConversationEvent> catalog() {
    return EventCatalog.CONVERSATION;
  }

  @Override
  public ProfileUpdate empty(String workspace, String stream) {
    return ProfileUpdate.saved(CustomerProfile.none(stream), 0);
  }

  @Override
  public ProfileUpdate apply(ProfileUpdate update, Envelope<ConversationEvent> event) {
    return update.apply(event);
  }
}
