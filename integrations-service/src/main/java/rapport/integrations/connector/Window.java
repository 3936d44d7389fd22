package rapport.integrations.connector;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where reading goes on in a feed that is asked by time. Each pass reads what there is from some
 * time on; the next one begins a while before the one before it did, since things show up late.
 *
 * @param from what the pass asks for
 * @param begun when the pass began; none between passes
 * @param next the other system's own cursor of the next page
 */
public record Window(String from, @Nullable String begun, @Nullable String next) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The window of a cursor, in a pass; at the very beginning one that reaches so far back. */
  public static Window read(@Nullable String cursor, Duration back, Instant now) {
    var moment = now.truncatedTo(ChronoUnit.SECONDS);
    if (cursor == null) {
      return new Window(moment.minus(back).toString(), moment.toString(), null);
    }
    var window = JSON.readValue(cursor, Window.class);
    return window.begun() != null ? window : new Window(window.from(), moment.toString(), null);
  }

  public String cursor() {
    return JSON.writeValueAsString(this);
  }

  public Instant since() {
    return Instant.parse(from);
  }

  /** When the pass began, that is how far it reads. */
  public Instant until() {
    return Instant.parse(begun == null ? from : begun);
  }

  /** Further on in the pass. */
  public Window on(String further) {
    return new Window(from, begun, further);
  }

  /** The pass anew, from its first page. */
  public Window anew() {
    return new Window(from, begun, null);
  }

  /** After the last page; what shows up so late is met by the next pass. */
  public Window passed(Duration overlap) {
    var next = until().minus(overlap);
    return new Window(next.isAfter(since()) ? next.toString() : from, null, null);
  }
}
