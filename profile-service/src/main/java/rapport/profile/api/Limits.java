package rapport.profile.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.profile.record.Status;
import rapport.runtime.problem.Problem;

/** How much may be asked for at once, and in which words. */
public final class Limits {

  static final int MOST_ITEMS = 200;
  static final String USUAL_ITEMS = "50";
  private static final int LONGEST_QUERY = 200;

  private Limits() {}

  /** The limit of a list; 400 {@code bad-limit} unless it is from 1 to 200. */
  public static int items(int limit) {
    if (limit < 1 || limit > MOST_ITEMS) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-limit", "The limit is from 1 to 200.");
    }
    return limit;
  }

  static String query(String query) {
    if (query.length() > LONGEST_QUERY) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-query", "A query has at most 200 characters.");
    }
    return query;
  }

  /** The status of that name, or none without a name. */
  static @Nullable Status status(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(Status.values())
        .filter(status -> status.wire().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                HttpStatus.BAD_REQUEST,
                "unknown-status",
                "The status is in_progress or completed."));
  }
}
