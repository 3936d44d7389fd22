package rapport.lead.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a lead ended.
 *
 * @param won whether the person became a customer
 * @param at when
 * @param value what it is worth, of a won one
 * @param reason why, of a lost one
 * @param by who said so
 * @param record which record of a CRM said so; none when a colleague did
 */
public record Closing(
    boolean won,
    Instant at,
    @Nullable String value,
    @Nullable String reason,
    String by,
    @Nullable String record) {

  /** What a colleague says. */
  public static Closing byHand(
      boolean won, Instant at, @Nullable String value, @Nullable String reason, String by) {
    return new Closing(won, at, value, reason, by, null);
  }

  /** Whether that record said so, or may have: once it was not noted which one did. */
  public boolean isOf(String system, String other) {
    return by.equals(system) && (record == null || record.equals(other));
  }
}
