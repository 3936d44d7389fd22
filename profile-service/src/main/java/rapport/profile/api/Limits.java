package rapport.profile.api;

import org.springframework.http.HttpStatus;
import rapport.runtime.problem.Problem;

/** How much may be asked for at once. */
final class Limits {

  static final int MOST_ITEMS = 200;
  static final String USUAL_ITEMS = "50";
  private static final int LONGEST_QUERY = 200;

  private Limits() {}

  static int items(int limit) {
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
}
