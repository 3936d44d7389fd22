package rapport.conversation.dialogue;

import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;

/**
 * What is known of one field or control.
 *
 * @param status open until somebody fills, skips or does not know it
 * @param value present exactly while filled
 * @param source where the value comes from
 * @param previous the value before the present one
 * @param previousRev the revision that had last changed it then
 * @param rev the revision that last changed it; 0 while untouched
 * @param parked does not apply to the branch chosen; the value is kept aside
 * @param skips how often it was passed over
 * @param waiting a value that waits for somebody's decision
 */
public record FieldState(
    Status status,
    @Nullable FieldValue value,
    @Nullable Provenance source,
    @Nullable FieldValue previous,
    long previousRev,
    long rev,
    boolean parked,
    int skips,
    @Nullable Waiting waiting) {

  /** Whether and how a field was dealt with. */
  public enum Status {
    OPEN,
    FILLED,
    SKIPPED,
    UNKNOWN
  }

  /**
   * A value beside the field's own.
   *
   * @param conflict two panels disagree; otherwise the chat suggests it
   */
  public record Waiting(FieldValue value, Provenance source, boolean conflict) {}

  static final FieldState UNTOUCHED =
      new FieldState(Status.OPEN, null, null, null, 0, 0, false, 0, null);

  public boolean open() {
    return status == Status.OPEN;
  }

  public boolean filled() {
    return status == Status.FILLED;
  }

  boolean byPanel() {
    return source != null && source.by() == Origin.PANEL;
  }

  FieldState fill(FieldValue newValue, @Nullable Provenance newSource, long newRev) {
    return new FieldState(
        Status.FILLED, newValue, newSource, value, rev, newRev, parked, skips, null);
  }

  FieldState empty(Status newStatus, long newRev) {
    var passed = newStatus == Status.SKIPPED ? skips + 1 : skips;
    return new FieldState(newStatus, null, null, value, rev, newRev, parked, passed, null);
  }

  /**
   * Before its value is taken back. Being passed over again is told by an event of its own, and
   * counts once more then.
   */
  FieldState recalling(FieldState earlier) {
    var passed = earlier.status == Status.SKIPPED ? earlier.skips - 1 : earlier.skips;
    return new FieldState(
        status, value, source, previous, previousRev, rev, parked, passed, earlier.waiting);
  }

  /** With an earlier value, or open. */
  FieldState reset(@Nullable FieldValue earlier, @Nullable Provenance earlierSource, long newRev) {
    var earlierStatus = earlier == null ? Status.OPEN : Status.FILLED;
    return new FieldState(
        earlierStatus, earlier, earlierSource, value, rev, newRev, parked, skips, waiting);
  }

  FieldState park(boolean aside, long newRev) {
    return new FieldState(
        status, value, source, previous, previousRev, newRev, aside, skips, waiting);
  }

  /** The field's own value stays, so its revision stays too. */
  FieldState beside(@Nullable Waiting newWaiting) {
    return new FieldState(
        status, value, source, previous, previousRev, rev, parked, skips, newWaiting);
  }
}
