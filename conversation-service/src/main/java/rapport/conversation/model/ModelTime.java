package rapport.conversation.model;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * How long models have had in one turn. A turn may ask more than once (what was meant, a summary, a
 * second try after somebody else wrote), and all of it together keeps to one limit, counted from
 * the first question.
 */
public final class ModelTime {
  private static final long NOT_YET = Long.MIN_VALUE;

  private final AtomicLong firstAsked = new AtomicLong(NOT_YET);

  private ModelTime() {}

  /** A turn begins. */
  public static Context turn(Context context) {
    return context.put(ModelTime.class, new ModelTime());
  }

  /** What is left of a limit in this turn; all of it outside of a turn. */
  static Duration left(ContextView context, Duration limit, LongSupplier nanos) {
    return context
        .<ModelTime>getOrEmpty(ModelTime.class)
        .map(time -> limit.minus(time.passed(nanos.getAsLong())))
        .orElse(limit);
  }

  private Duration passed(long now) {
    firstAsked.compareAndSet(NOT_YET, now);
    return Duration.ofNanos(now - firstAsked.get());
  }
}
