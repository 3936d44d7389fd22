package rapport.lead.portrait;

import java.time.Instant;

/**
 * A signal as it was heard.
 *
 * @param type such as {@code pricing}
 * @param score how clearly it was said, from 0 to 1
 */
public record Heard(String type, String quote, double score, Instant at) {}
