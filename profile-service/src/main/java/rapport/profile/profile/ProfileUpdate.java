package rapport.profile.profile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.ProfileEvent;
import rapport.contracts.ProfileEvent.ProfileChanged;
import rapport.contracts.ProfileEvent.ProfileCompleted;
import rapport.contracts.ProfileEvent.ProfileReopened;
import rapport.contracts.ProfileEvent.ProfileStarted;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.FieldChange;
import rapport.profile.record.RecordKind;
import rapport.profile.record.RecordUpdate;

/**
 * A customer profile on its way through events, with what is to be kept and told about them. Every
 * event leads to the same changes and news however the events are grouped.
 *
 * @param update of the record
 * @param told how many profile events there are up to and including {@code news}
 * @param news what the events since it was read from the store are to be told as
 */
public record ProfileUpdate(RecordUpdate update, long told, List<News> news) {

  public ProfileUpdate {
    news = List.copyOf(news);
  }

  /** A profile as it was saved. */
  public static ProfileUpdate saved(ConversationRecord record, long told) {
    return new ProfileUpdate(RecordUpdate.saved(record), told, List.of());
  }

  public ConversationRecord record() {
    return update.record();
  }

  /** What the events since it was read from the store changed. */
  public List<FieldChange> changes() {
    return update.changes();
  }

  /** The same profile with what came of events after that revision of the conversation. */
  public ProfileUpdate since(long rev) {
    return new ProfileUpdate(
        update.since(rev), told, news.stream().filter(it -> it.basis() > rev).toList());
  }

  public ProfileUpdate apply(Envelope<ConversationEvent> envelope) {
    var next = update.apply(envelope);
    var event = event(record(), next.record(), next.changedAt(envelope.rev()));
    return new ProfileUpdate(
        next,
        told + event.stream().count(),
        Stream.concat(news.stream(), event.stream().map(it -> told(it, envelope))).toList());
  }

  /** At most one: a conversation's event begins a profile, changes a field, or ends the work. */
  private static Optional<ProfileEvent> event(
      ConversationRecord before, ConversationRecord after, List<String> changed) {
    if (!before.isA(RecordKind.PROFILE)) {
      return after.isA(RecordKind.PROFILE)
          ? Optional.of(new ProfileStarted(RecordKind.PROFILE.flow()))
          : Optional.empty();
    }
    if (before.status() != after.status()) {
      return Optional.of(
          switch (after.status()) {
            case COMPLETED -> new ProfileCompleted();
            case IN_PROGRESS -> new ProfileReopened();
          });
    }
    return changed.isEmpty() ? Optional.empty() : Optional.of(new ProfileChanged(changed));
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
