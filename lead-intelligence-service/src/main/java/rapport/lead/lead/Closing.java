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
 */
public record Closing(
    boolean won, Instant at, @Nullable String value, @Nullable String reason, String by) {}
