package rapport.conversation.model;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A model gave no usable answer. It never carries anything the model or a person said, so that it
 * can be logged.
 */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why there is no answer. */
  public enum Reason {
    /** It took too long, or no time was left in the turn. */
    TIMED_OUT,
    /** It could not be reached, or the connection broke. */
    UNREACHABLE,
    /** It answered with a server error. */
    FAILED,
    /** It refused the request: wrong key, unknown model, unknown parameter. */
    REFUSED,
    /** It asked for fewer requests. */
    RATE_LIMITED,
    /** It is left alone because it asked for that. */
    PAUSED,
    /** It is left alone because it failed too often. */
    BREAKER_OPEN,
    /** As many requests as allowed are under way. */
    BUSY,
    /** What it sent is no answer in the protocol, or broke off. */
    MALFORMED,
    /** It was not asked, since the person does not want that. */
    WITHHELD;

    /** The name in metrics and logs. */
    String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;
  private final transient @Nullable Duration after;

  public ModelException(Reason reason, String detail) {
    this(reason, detail, null);
  }

  private ModelException(Reason reason, String detail, @Nullable Duration after) {
    super(detail, null, false, false);
    this.reason = reason;
    this.after = after;
  }

  /**
   * @param after how long it wants to be left alone
   */
  static ModelException leaveAlone(Reason reason, String detail, @Nullable Duration after) {
    return new ModelException(reason, detail, after);
  }

  public Reason reason() {
    return reason;
  }

  /** How long the model wants to be left alone, if it said so. */
  @Nullable Duration after() {
    return after;
  }
}
