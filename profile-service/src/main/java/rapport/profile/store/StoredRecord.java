package rapport.profile.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.RecordKind;

/** A record that exists, and the conversation's revision it stands at. */
public record StoredRecord(RecordKind kind, ConversationRecord record, long rev) {

  public String id() {
    return record.id();
  }

  /** When a value or the status changed last; every record that exists has begun some time. */
  public Instant lastUpdatedAt() {
    return requireNonNull(record.lastUpdatedAt());
  }
}
