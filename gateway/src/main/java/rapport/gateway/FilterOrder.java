package rapport.gateway;

import org.springframework.core.Ordered;

/** The order in which a request meets the gateway's filters; earlier ones see every answer. */
public final class FilterOrder {
  private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 100;

  /** Gives the request its id. */
  public static final int REQUEST_ID = FIRST;

  /** Puts the security headers on every answer. */
  public static final int ANSWER_HEADERS = FIRST + 10;

  /** Lets the widget be called from other people's pages. */
  public static final int WIDGET_ORIGINS = FIRST + 15;

  /** Refuses paths that could be read in two ways. */
  public static final int SAFE_PATH = FIRST + 20;

  /** Refuses bodies that are too large. */
  public static final int BODY_LIMIT = FIRST + 30;

  /** Finds out who calls. */
  public static final int AUTHENTICATION = FIRST + 40;

  /** Refuses callers that call too often. */
  public static final int RATE_LIMIT = FIRST + 50;

  /** Refuses callers without sign-in. */
  public static final int AUTHORIZATION = FIRST + 60;

  /** Writes down what was done and seen. */
  public static final int AUDIT = FIRST + 70;

  private FilterOrder() {}
}
