package rapport.lead.store;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened to a lead.
 *
 * @param type such as {@code lead-scored}
 * @param change as it was published
 */
public record LeadHistoryEntry(long rev, Instant at, String type, Map<String, Object> change) {}
