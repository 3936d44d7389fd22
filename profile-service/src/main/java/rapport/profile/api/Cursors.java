package rapport.profile.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.profile.store.FieldHistory.Place;
import rapport.profile.store.Records.Position;
import rapport.runtime.problem.Problem;

/** Where a list goes on, as a word that means nothing to its reader. */
final class Cursors {

  private static final Pattern POSITION = Pattern.compile("(\\d{1,15}):([A-Za-z0-9_-]{1,64})");
  private static final Pattern PLACE = Pattern.compile("(\\d{1,18}):(.+)", Pattern.DOTALL);

  private Cursors() {}

  static String of(Position position) {
    return encoded(position.lastUpdatedAt().toEpochMilli() + ":" + position.id());
  }

  static String of(Place place) {
    return encoded(place.rev() + ":" + place.path());
  }

  /** The position, or none without a cursor; 400 {@code bad-cursor} when it is none of ours. */
  static @Nullable Position position(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    var match = POSITION.matcher(decoded(cursor));
    if (!match.matches()) {
      throw bad();
    }
    return new Position(Instant.ofEpochMilli(Long.parseLong(match.group(1))), match.group(2));
  }

  /** The place in a history, or none without a cursor; 400 {@code bad-cursor} likewise. */
  static @Nullable Place place(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    var match = PLACE.matcher(decoded(cursor));
    if (!match.matches()) {
      throw bad();
    }
    return new Place(Long.parseLong(match.group(1)), match.group(2));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw bad();
    }
  }

  private static Problem bad() {
    return Problem.of(
        HttpStatus.BAD_REQUEST, "bad-cursor", "Take the cursor from the page before as it is.");
  }
}
