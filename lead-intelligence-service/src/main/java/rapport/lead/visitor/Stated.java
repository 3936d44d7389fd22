package rapport.lead.visitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;

/**
 * What a field of the conversation holds.
 *
 * @param path the field, such as {@code team_size}
 * @param quote the words it was understood from
 * @param confidence from 0 to 1
 */
public record Stated(
    String path, FieldValue value, @Nullable String quote, double confidence, Instant at) {}
