package rapport.profile.account;

import java.time.Instant;
import java.util.Map;

/**
 * Where a value comes from.
 *
 * @param system {@code manual}, {@code csv}, {@code salesforce}, {@code chat} or another one
 * @param by the user, or the service that brought it
 */
public record Source(String system, String by, Instant at) {

  /** A person at the console. */
  public static final String MANUAL = "manual";

  private static final Map<String, Integer> RANKS =
      Map.of(MANUAL, 3, "salesforce", 2, "csv", 2, "chat", 1);

  /** Whether a value from here takes the place of one from there. */
  boolean outranks(Source there) {
    return rank() >= there.rank();
  }

  private int rank() {
    return RANKS.getOrDefault(system, 0);
  }
}
