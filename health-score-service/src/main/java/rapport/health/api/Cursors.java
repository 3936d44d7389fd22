package rapport.health.api;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.health.store.HealthQuery;
import rapport.health.store.Inbox;
import rapport.runtime.web.Cursor;

/** Where a list goes on, as a word that means nothing to its reader. */
final class Cursors {

  private static final Pattern ACCOUNT =
      Pattern.compile("([nt]):([A-Za-z0-9_-]{1,64}):(.*)", Pattern.DOTALL);
  private static final Pattern ALERT = Pattern.compile("(\\d{1,15}):([A-Za-z0-9_-]{1,64})");

  private Cursors() {}

  static String of(HealthQuery.Position position) {
    var kind = position.value() instanceof Number ? "n:" : "t:";
    return Cursor.of(kind + position.account() + ":" + position.value());
  }

  static String of(Inbox.Position position) {
    return Cursor.of(position.openedAt().toEpochMilli() + ":" + position.id());
  }

  /** The position, or none without a cursor; 400 {@code bad-cursor} when it is none of ours. */
  static HealthQuery.@Nullable Position account(@Nullable String cursor) {
    return Cursor.read(
        cursor,
        ACCOUNT,
        place -> {
          var value = place.group(3);
          return new HealthQuery.Position(
              place.group(1).equals("n") ? (Object) Double.valueOf(value) : value, place.group(2));
        });
  }

  /** The position in the inbox, likewise. */
  static Inbox.@Nullable Position alert(@Nullable String cursor) {
    return Cursor.read(
        cursor,
        ALERT,
        place ->
            new Inbox.Position(
                Instant.ofEpochMilli(Long.parseLong(place.group(1))), place.group(2)));
  }
}
