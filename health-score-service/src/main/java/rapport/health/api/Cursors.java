package rapport.health.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.health.store.HealthQuery;
import rapport.health.store.Inbox;
import rapport.runtime.problem.Problem;

/** Where a list goes on, as a word that means nothing to its reader. */
final class Cursors {

  private static final Pattern ACCOUNT =
      Pattern.compile("([nt]):([A-Za-z0-9_-]{1,64}):(.*)", Pattern.DOTALL);
  private static final Pattern ALERT = Pattern.compile("(\\d{1,15}):([A-Za-z0-9_-]{1,64})");

  private Cursors() {}

  static String of(HealthQuery.Position position) {
    var kind = position.value() instanceof Number ? "n:" : "t:";
    return encoded(kind + position.account() + ":" + position.value());
  }

  static String of(Inbox.Position position) {
    return encoded(position.openedAt().toEpochMilli() + ":" + position.id());
  }

  /** The position, or none without a cursor; 400 {@code bad-cursor} when it is none of ours. */
  static HealthQuery.@Nullable Position account(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    var match = match(ACCOUNT, cursor);
    try {
      var value = match.group(3);
      return new HealthQuery.Position(
          match.group(1).equals("n") ? (Object) Double.valueOf(value) : value, match.group(2));
    } catch (NumberFormatException _) {
      throw bad();
    }
  }

  /** The position in the inbox, likewise. */
  static Inbox.@Nullable Position alert(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    var match = match(ALERT, cursor);
    return new Inbox.Position(Instant.ofEpochMilli(Long.parseLong(match.group(1))), match.group(2));
  }

  private static Matcher match(Pattern pattern, String cursor) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var match = pattern.matcher(text);
      if (match.matches()) {
        return match;
      }
    } catch (IllegalArgumentException _) {
      // The same answer as for one that is not ours.
    }
    throw bad();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Problem bad() {
    return Problem.of(
        HttpStatus.BAD_REQUEST, "bad-cursor", "Take the cursor from the page before as it is.");
  }
}
