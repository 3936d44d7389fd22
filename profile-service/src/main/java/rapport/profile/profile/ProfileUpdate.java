package rapport.profile.profile;

import java.util.List;
import java.util.stream.Stream;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.ProfileEvent;
import rapport.contracts.ProfileEvent.ProfileChanged;
import rapport.contracts.ProfileEvent.ProfileCompleted;
import rapport.contracts.ProfileEvent.ProfileReopened;
import rapport.contracts.ProfileEvent.ProfileStarted;

/**
 * A profile on its way through events, with what is to be kept and told about them. Every event
 * leads to the same changes and news however the events are grouped.
 *
 * @param told how many profile events there are up to and including {@code news}
 * @param changes what the events since it was read from the store changed
 * @param news what they are to be told as
 */
public record ProfileUpdate(
    CustomerProfile profile, long told, List<FieldChange> changes, List<News> news) {

  public ProfileUpdate {
    changes = List.copyOf(changes);
    news = List.copyOf(news);
  }

  /** A profile as it was saved. */
  public static ProfileUpdate saved(CustomerProfile profile, long told) {
    return new ProfileUpdate(profile, told, List.of(), List.of());
  }

  /** The same profile with what came of events after that revision of the conversation. */
  public ProfileUpdate since(long rev) {
    return new ProfileUpdate(
        profile,
        told,
        changes.stream().filter(change -> change.rev() > rev).toList(),
        news.stream().filter(it -> it.basis() > rev).toList());
  }

  public ProfileUpdate apply(Envelope<ConversationEvent> envelope) {
    var after = profile.apply(envelope);
    var changed = FieldChange.between(profile, after, envelope);
    var event = event(profile, after, changed);
    return new ProfileUpdate(
        after,
        told + event.size(),
        Stream.concat(changes.stream(), changed.stream()).toList(),
        Stream.concat(news.stream(), event.stream().map(it -> told(it, envelope))).toList());
  }

  /** At most one: a conversation's event begins a profile, changes a field, or ends the work. */
  private static List<ProfileEvent> event(
      CustomerProfile before, CustomerProfile after, List<FieldChange> changed) {
    if (!before.exists()) {
      return after.exists() ? List.of(new ProfileStarted(CustomerProfile.FLOW)) : List.of();
    }
    if (before.status() != after.status()) {
      return List.of(
          switch (after.status()) {
            case COMPLETED -> new ProfileCompleted();
            case IN_PROGRESS -> new ProfileReopened();
          });
    }
    return changed.isEmpty()
        ? List.of()
        : List.of(new ProfileChanged(changed.stream().map(FieldChange::path).toList()));
  }

  private News told(ProfileEvent event, Envelope<ConversationEvent> reason) {
    return new News(
        reason.rev(),
        new Envelope<>(
            "profile:" + reason.id(),
            reason.workspace(),
            reason.stream(),
            told + 1,
            reason.at(),
            reason.id(),
            reason.traceparent(),
            event));
  }
}
