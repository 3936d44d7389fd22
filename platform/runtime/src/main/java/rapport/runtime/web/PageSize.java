package rapport.runtime.web;

import org.springframework.http.HttpStatus;
import rapport.runtime.problem.Problem;

/** How many items of a list are asked for at once. */
public final class PageSize {

  /** When nothing is said. */
  public static final String USUAL = "50";

  private static final int MOST = 200;

  private PageSize() {}

  /**
   * The same number.
   *
   * @throws Problem 400 {@code bad-limit} unless it is from 1 to 200
   */
  public static int of(int limit) {
    if (limit < 1 || limit > MOST) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "bad-limit", "The limit is from 1 to 200.");
    }
    return limit;
  }
}
