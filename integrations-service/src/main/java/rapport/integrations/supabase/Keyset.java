package rapport.integrations.supabase;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where reading a table goes on: rows come in the order of their stamp and, of one stamp, their id,
 * so a page may be full of one stamp. A row may be seen only after later ones were read; hence each
 * pass begins a while before the one before it did, and what it meets again is known.
 *
 * @param stamp of the row read last, as it was written; none before the first
 * @param id of the row read last
 * @param passFrom when this pass began; none between passes
 */
record Keyset(@Nullable String stamp, @Nullable String id, @Nullable String passFrom) {

  /** How long a transaction over there may take before its rows can be seen. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The place of a cursor, in a pass. */
  static Keyset read(@Nullable String cursor, Instant now) {
    var place =
        cursor == null ? new Keyset(null, null, null) : JSON.readValue(cursor, Keyset.class);
    return place.passFrom() == null ? new Keyset(place.stamp(), place.id(), now.toString()) : place;
  }

  String cursor() {
    return JSON.writeValueAsString(this);
  }

  Keyset after(String lastStamp, String lastId) {
    return new Keyset(lastStamp, lastId, passFrom);
  }

  /** After the last page: at the row read last or, where that is later, at what was not settled. */
  Keyset passed() {
    if (stamp == null || passFrom == null) {
      return new Keyset(stamp, id, null);
    }
    var unsettled = Instant.parse(passFrom).minus(OVERLAP);
    var last = OffsetDateTime.parse(stamp).toInstant();
    return unsettled.isBefore(last)
        ? new Keyset(unsettled.toString(), "", null)
        : new Keyset(stamp, id, null);
  }

  /** As PostgREST asks for what comes after; empty at the very beginning. */
  String condition() {
    if (stamp == null) {
      return "";
    }
    return "(updated_at.gt.%1$s,and(updated_at.eq.%1$s,id.gt.%2$s))"
        .formatted(Rest.quoted(stamp), Rest.quoted(id == null ? "" : id));
  }
}
