package rapport.integrations.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one destination is owed.
 *
 * @param id made of the event and the destination, so that there is one of each
 * @param messageId what the other side knows it by; the same for every try and every destination
 * @param type of the event, or what else it is
 * @param label of the destination, for people to read
 * @param tries how often it was begun, since it was created or replayed
 * @param due when it is tried next; none when it is over
 * @param doneAt when it arrived
 * @param reason why it was given up, or why it is not there yet
 * @param attempts the last ones, the latest last
 */
public record Delivery(
    String id,
    String messageId,
    String type,
    String label,
    Parcel parcel,
    State state,
    Instant createdAt,
    Instant since,
    int tries,
    @Nullable Instant due,
    @Nullable Instant doneAt,
    @Nullable String reason,
    List<Attempt> attempts) {

  /** How far it is. */
  public enum State {
    WAITING,
    DONE,
    /** Given up; somebody may have it tried again. */
    DEAD
  }

  public Delivery {
    attempts = List.copyOf(attempts);
  }

  /** A new one. */
  public static Delivery owed(
      String id,
      String messageId,
      String type,
      String label,
      Parcel parcel,
      Instant now,
      Instant due) {
    return new Delivery(
        id, messageId, type, label, parcel, State.WAITING, now, now, 0, due, null, null, List.of());
  }
}
