package rapport.health.funnel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something happened.
 *
 * @param at when, to the millisecond
 * @param cause the input that led to it, such as a message's id
 */
public record Mark(Instant at, @Nullable String cause) {}
