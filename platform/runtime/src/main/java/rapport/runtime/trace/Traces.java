package rapport.runtime.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells of work that is done because of a request long answered: what reads an event, or what
 * another system is sent. Does nothing where tracing is off.
 */
public final class Traces {

  private static final String TRACEPARENT = "traceparent";
  private static final Pattern VALID =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private final @Nullable Propagator propagator;

  private Traces(@Nullable Propagator propagator) {
    this.propagator = propagator;
  }

  static Traces with(Propagator propagator) {
    return new Traces(propagator);
  }

  /** Where tracing is off. */
  public static Traces none() {
    return new Traces(null);
  }

  public boolean isOn() {
    return propagator != null;
  }

  /**
   * Tells of work that is over.
   *
   * @param kind {@code CONSUMER} for reading an event, {@code CLIENT} for asking another system
   * @param name what was done; the same for all work of its kind, never with ids or people in it
   * @param traceparent of what led to it, as its event carries it; without one nothing is told
   * @param tags never personal data
   */
  public void tell(
      Span.Kind kind,
      String name,
      @Nullable String traceparent,
      Instant start,
      Instant end,
      Map<String, String> tags) {
    if (propagator == null || traceparent == null || !VALID.matcher(traceparent).matches()) {
      return;
    }
    var told =
        propagator
            .extract(Map.of(TRACEPARENT, traceparent), Map::get)
            .name(name)
            .kind(kind)
            .startTimestamp(start.toEpochMilli(), TimeUnit.MILLISECONDS);
    tags.forEach(told::tag);
    told.start().end(end.toEpochMilli(), TimeUnit.MILLISECONDS);
  }
}
