package rapport.profile.api;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.profile.store.FieldHistory.Place;
import rapport.profile.store.Records.Position;
import rapport.runtime.web.Cursor;

/** Where a list goes on, as a word that means nothing to its reader. */
final class Cursors {

  private static final Pattern POSITION = Pattern.compile("(\\d{1,15}):([A-Za-z0-9_-]{1,64})");
  private static final Pattern PLACE = Pattern.compile("(\\d{1,18}):(.+)", Pattern.DOTALL);

  private Cursors() {}

  static String of(Position position) {
    return Cursor.of(position.lastUpdatedAt().toEpochMilli() + ":" + position.id());
  }

  static String of(Place place) {
    return Cursor.of(place.rev() + ":" + place.path());
  }

  /** The position, or none without a cursor; 400 {@code bad-cursor} when it is none of ours. */
  static @Nullable Position position(@Nullable String cursor) {
    return Cursor.read(
        cursor,
        POSITION,
        at -> new Position(Instant.ofEpochMilli(Long.parseLong(at.group(1))), at.group(2)));
  }

  /** The place in a history, or none without a cursor; 400 {@code bad-cursor} likewise. */
  static @Nullable Place place(@Nullable String cursor) {
    return Cursor.read(cursor, PLACE, at -> new Place(Long.parseLong(at.group(1)), at.group(2)));
  }
}
