package rapport.profile.record;

import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/**
 * One field of a record.
 *
 * @param status whether and how it was dealt with
 * @param held the value, present exactly while filled
 * @param parked does not apply to the branch chosen; the value is kept aside and not shown
 * @param rev the conversation's revision that changed it last
 */
public record Field(Status status, @Nullable SourcedValue held, boolean parked, long rev) {

  /** Whether and how a field was dealt with. */
  public enum Status {
    /** Nothing yet, or nothing any more. */
    OPEN,
    /** It has a value. */
    FILLED,
    /** The person preferred not to answer. */
    SKIPPED,
    /** The person does not know. */
    UNKNOWN
  }

  static final Field UNTOUCHED = new Field(Status.OPEN, null, false, 0);

  /** The value a reader of the record sees. */
  public @Nullable SourcedValue shown() {
    return parked ? null : held;
  }

  Field filled(SourcedValue value, long newRev) {
    return new Field(Status.FILLED, value, parked, newRev);
  }

  Field empty(Status why, long newRev) {
    return new Field(why, null, parked, newRev);
  }

  /** As an undo or a migration leaves it: with that value, or open. */
  Field reset(@Nullable SourcedValue value, long newRev) {
    return value == null ? empty(Status.OPEN, newRev) : filled(value, newRev);
  }

  Field aside(long newRev) {
    return new Field(status, held, true, newRev);
  }

  /** Applies again, with the value kept aside; {@code value} is what the owner had kept. */
  Field restored(@Nullable FieldValue value, long newRev) {
    if (value == null || (held != null && held.value().equals(value))) {
      return new Field(status, held, false, newRev);
    }
    return new Field(Status.FILLED, new SourcedValue(value, null), false, newRev);
  }
}
