package rapport.integrations.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.integrations.delivery.Attempt.Result;

/**
 * How a destination has done of late. One that failed five times in a row is left alone for a
 * while, then asked with one thing at a time; the whiles grow from half a minute to half an hour.
 *
 * @param failures in a row
 * @param restsUntil it is left alone until then
 * @param lastSuccess when it took something last
 */
public record Lane(int failures, @Nullable Instant restsUntil, @Nullable Instant lastSuccess) {

  public static final Lane NEW = new Lane(0, null, null);

  static final int MOST_FAILURES = 5;

  private static final Duration FIRST_REST = Duration.ofSeconds(30);
  private static final Duration LONGEST_REST = Duration.ofMinutes(30);

  /** How many things it may be asked to take now. */
  public int room(Instant now, int usual) {
    if (restsUntil != null && restsUntil.isAfter(now)) {
      return 0;
    }
    return failures >= MOST_FAILURES ? 1 : usual;
  }

  /** After some tries, in their order. */
  public Lane after(List<Attempt> attempts) {
    var lane = this;
    for (var attempt : attempts) {
      lane = lane.after(attempt);
    }
    return lane;
  }

  private Lane after(Attempt attempt) {
    return switch (attempt.result()) {
      case Result.Done() -> new Lane(0, null, attempt.at());
      case Result.Later(var asked, var down) when down -> failed(attempt.at(), asked);
      case Result.Later _ -> new Lane(0, null, lastSuccess);
      case Result.Refused _ -> new Lane(0, null, lastSuccess);
    };
  }

  private Lane failed(Instant at, Duration asked) {
    var more = failures + 1;
    if (more < MOST_FAILURES) {
      return new Lane(more, asked.isZero() ? null : at.plus(asked), lastSuccess);
    }
    var rest = FIRST_REST.multipliedBy(1L << Math.min(more - MOST_FAILURES, 10));
    var most = rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    return new Lane(more, at.plus(most.compareTo(asked) > 0 ? most : asked), lastSuccess);
  }
}
