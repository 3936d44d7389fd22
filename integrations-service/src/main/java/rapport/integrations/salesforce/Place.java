package rapport.integrations.salesforce;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where reading an object goes on. Rows are read in the order of their modification stamp and, of
 * one stamp, their id: a page may be full of one stamp. Rows may also be committed behind rows that
 * were read already. So each pass over an object begins a while before the pass before it did, by
 * Salesforce's own clock, and what it meets again is known by its stamp.
 *
 * @param stamp of the row read last; none before the first
 * @param id of the row read last
 * @param next the rest of the answer that is being read; good for a while only
 * @param passFrom when this pass began
 */
record Place(
    @Nullable String stamp,
    @Nullable String id,
    @Nullable String next,
    @Nullable Instant passFrom) {

  /** How long a transaction over there may take before its rows can be seen. */
  static final Duration OVERLAP = Duration.ofMinutes(10);

  static final Place BEGINNING = new Place(null, null, null, null);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Place read(@Nullable String cursor) {
    return cursor == null ? BEGINNING : JSON.readValue(cursor, Place.class);
  }

  String cursor() {
    return JSON.writeValueAsString(this);
  }

  /** Whether a pass has begun and is not over. */
  boolean hasBegun() {
    return passFrom != null;
  }

  /** The same place in a pass that began then, unless one was under way already. */
  Place begun(Instant at) {
    return hasBegun() ? this : new Place(stamp, id, next, at);
  }

  /** After a page that ended with that row; {@code next} is the rest of the answer. */
  Place after(String lastStamp, String lastId, @Nullable String rest) {
    return new Place(lastStamp, lastId, rest, passFrom);
  }

  /** The rest of the answer cannot be had any more: ask again from the row read last. */
  Place withoutRest() {
    return new Place(stamp, id, null, passFrom);
  }

  /**
   * The pass is over. The next one begins at the row read last, or, where that is later, at what
   * was not yet settled when this one began: of stamps before that nothing can come any more.
   */
  Place passed() {
    if (stamp == null || passFrom == null) {
      return new Place(stamp, id, null, null);
    }
    var unsettled = Stamps.of(passFrom.minus(OVERLAP));
    return unsettled.compareTo(stamp) < 0
        ? new Place(unsettled, "", null, null)
        : new Place(stamp, id, null, null);
  }
}
