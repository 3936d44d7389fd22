package rapport.profile.record;

import java.util.List;
import java.util.stream.Stream;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;

/**
 * A record on its way through events, with the lines of history they make. Every event leads to the
 * same changes however the events are grouped.
 *
 * @param changes what the events since it was read from the store changed
 */
public record RecordUpdate(ConversationRecord record, List<FieldChange> changes) {

  public RecordUpdate {
    changes = List.copyOf(changes);
  }

  /** A record as it was saved. */
  public static RecordUpdate saved(ConversationRecord record) {
    return new RecordUpdate(record, List.of());
  }

  /** The same record with what came of events after that revision of the conversation. */
  public RecordUpdate since(long rev) {
    return new RecordUpdate(record, changes.stream().filter(change -> change.rev() > rev).toList());
  }

  public RecordUpdate apply(Envelope<ConversationEvent> envelope) {
    var after = record.apply(envelope);
    var changed = FieldChange.between(record, after, envelope);
    return new RecordUpdate(after, Stream.concat(changes.stream(), changed.stream()).toList());
  }

  /** The paths an event changed. */
  public List<String> changedAt(long rev) {
    return changes.stream().filter(change -> change.rev() == rev).map(FieldChange::path).toList();
  }
}
