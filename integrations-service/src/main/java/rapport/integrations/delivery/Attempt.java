package rapport.integrations.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one try.
 *
 * @param took how long it took
 * @param status what the other side answered, where answers have numbers
 * @param detail for people to read
 */
public record Attempt(
    Instant at, Duration took, Result result, @Nullable Integer status, String detail) {

  /** How it went. */
  public sealed interface Result {

    /** The other side has it. */
    record Done() implements Result {}

    /**
     * Not this time.
     *
     * @param after how long the other side asks us to wait at least
     * @param down whether the destination does not work at all, rather than minding this one thing
     */
    record Later(Duration after, boolean down) implements Result {}

    /**
     * Never, unless somebody changes something.
     *
     * @param closed whether the destination wants nothing more of anything
     */
    record Refused(boolean closed) implements Result {}
  }
}
