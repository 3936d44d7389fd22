package rapport.integrations.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.integrations.delivery.Attempt.Result;
import rapport.integrations.delivery.Delivery.State;

/**
 * How a delivery goes on. It is tried again after 5 s, then after about three times as long each
 * time, up to ten hours; after fourteen tries or three days it is given up, whichever comes first.
 */
public final class DeliveryDecider {

  public static final int MOST_TRIES = 14;
  public static final Duration LONGEST = Duration.ofDays(3);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(10);
  private static final int KEPT_ATTEMPTS = 20;

  private DeliveryDecider() {}

  /**
   * After a try.
   *
   * @param chance from 0 to 1, so that those that failed together are not tried together
   */
  public static Delivery after(Delivery before, Attempt attempt, double chance) {
    var tries = before.tries() + 1;
    return switch (attempt.result()) {
      case Result.Done() -> with(before, State.DONE, tries, null, attempt, null);
      case Result.Refused _ -> with(before, State.DEAD, tries, null, attempt, attempt.detail());
      case Result.Later(var asked, _) -> later(before, tries, asked, attempt, chance);
    };
  }

  private static Delivery later(
      Delivery before, int tries, Duration asked, Attempt attempt, double chance) {
    var pause = pause(tries, chance);
    var due = attempt.at().plus(asked.compareTo(pause) > 0 ? asked : pause);
    var until = before.since().plus(LONGEST);
    if (tries >= MOST_TRIES || due.isAfter(until)) {
      var reason = "Given up after " + tries + " tries. " + attempt.detail();
      return with(before, State.DEAD, tries, null, attempt, reason);
    }
    return with(before, State.WAITING, tries, due, attempt, attempt.detail());
  }

  /** Tried once more from the beginning, with the same message id. */
  public static Delivery replayed(Delivery before, Instant now) {
    return new Delivery(
        before.id(),
        before.messageId(),
        before.type(),
        before.label(),
        before.parcel(),
        State.WAITING,
        before.createdAt(),
        now,
        0,
        now,
        null,
        null,
        before.attempts());
  }

  /** Between half and all of what the number of tries asks for. */
  static Duration pause(int tries, double chance) {
    var pause = FIRST_PAUSE;
    for (var more = 1; more < tries && pause.compareTo(LONGEST_PAUSE) < 0; more++) {
      pause = pause.multipliedBy(3);
    }
    var most = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    return Duration.ofMillis((long) (most.toMillis() * (0.5 + chance / 2)));
  }

  private static Delivery with(
      Delivery before,
      State state,
      int tries,
      @Nullable Instant due,
      Attempt attempt,
      @Nullable String reason) {
    var attempts = new ArrayList<>(before.attempts());
    attempts.add(attempt);
    List<Attempt> kept =
        attempts.subList(Math.max(0, attempts.size() - KEPT_ATTEMPTS), attempts.size());
    return new Delivery(
        before.id(),
        before.messageId(),
        before.type(),
        before.label(),
        before.parcel(),
        state,
        before.createdAt(),
        before.since(),
        tries,
        due,
        state == State.DONE ? attempt.at() : null,
        reason,
        kept);
  }
}
