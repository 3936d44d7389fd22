package rapport.runtime.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.runtime.problem.Problem;

/** Where a list goes on, as a word that means nothing to its reader. */
public final class Cursor {

  private Cursor() {}

  public static String of(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The place a cursor stands for, or null without a cursor.
   *
   * @param pattern of the whole text the cursor was made of
   * @param read makes the place of the pattern's groups; what it refuses with {@link
   *     IllegalArgumentException} or {@link DateTimeException} is none of ours
   * @throws Problem 400 {@code bad-cursor} when it is none of ours
   */
  public static <T> @Nullable T read(
      @Nullable String cursor, Pattern pattern, Function<MatchResult, T> read) {
    return cursor == null ? null : required(cursor, pattern, read);
  }

  private static <T> T required(String cursor, Pattern pattern, Function<MatchResult, T> read) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var match = pattern.matcher(text);
      if (match.matches()) {
        return read.apply(match.toMatchResult());
      }
    } catch (IllegalArgumentException | DateTimeException _) {
      // The same answer as for one that is not ours.
    }
    throw Problem.of(
        HttpStatus.BAD_REQUEST, "bad-cursor", "Take the cursor from the page before as it is.");
  }
}
