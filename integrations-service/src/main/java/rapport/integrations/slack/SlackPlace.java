package rapport.integrations.slack;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rapport.integrations.connector.Window;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where reading a channel goes on. A channel is asked for what stands in it since some time, and so
 * a pass sees no edit, deletion or answer of what is older; hence a deep pass once a day.
 *
 * @param window of the pass
 * @param deep when the last deep pass began; the first pass is one
 * @param below the time of the oldest message the pass has met; none at its beginning
 */
record SlackPlace(Window window, String deep, @Nullable String below) {

  static final Duration OVERLAP = Duration.ofHours(1);

  private static final Duration BETWEEN_DEEP = Duration.ofDays(1);
  private static final Duration DEEPEST = Duration.ofDays(30);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The place of a cursor, in a pass; at the very beginning one that reaches so far back. */
  static SlackPlace read(@Nullable String cursor, Duration back, Instant now) {
    if (cursor == null) {
      return deep(back, now);
    }
    var place = JSON.readValue(cursor, SlackPlace.class);
    if (place.window().begun() != null) {
      return place;
    }
    return Instant.parse(place.deep()).plus(BETWEEN_DEEP).isAfter(now)
        ? new SlackPlace(Window.read(place.window().cursor(), back, now), place.deep(), null)
        : deep(back.compareTo(DEEPEST) < 0 ? back : DEEPEST, now);
  }

  private static SlackPlace deep(Duration back, Instant now) {
    return new SlackPlace(Window.read(null, back, now), now.toString(), null);
  }

  String cursor() {
    return JSON.writeValueAsString(this);
  }

  SlackPlace on(String further, @Nullable String oldest) {
    return new SlackPlace(window.on(further), deep, oldest == null ? below : oldest);
  }

  SlackPlace anew() {
    return new SlackPlace(window.anew(), deep, null);
  }

  SlackPlace passed() {
    return new SlackPlace(window.passed(OVERLAP), deep, null);
  }
}
