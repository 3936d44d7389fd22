package rapport.integrations.email;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where reading a folder goes on. Numbers of messages grow, and stay as long as the folder's
 * validity does; with another one everything is read again, and known by its Message-ID.
 *
 * @param uid of the message read last
 */
record Spot(long validity, long uid) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static final Spot BEGINNING = new Spot(0, 0);

  static Spot read(@Nullable String cursor) {
    return cursor == null ? BEGINNING : JSON.readValue(cursor, Spot.class);
  }

  String cursor() {
    return JSON.writeValueAsString(this);
  }

  /** The spot in a folder that has this validity now. */
  Spot in(long now) {
    return now == validity ? this : new Spot(now, 0);
  }

  Spot at(long last) {
    return new Spot(validity, Math.max(uid, last));
  }
}
