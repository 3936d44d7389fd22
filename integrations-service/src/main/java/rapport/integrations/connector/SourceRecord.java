package rapport.integrations.connector;

import rapport.contracts.IntegrationEvent;

/**
 * A record of another system, as it is or as it went.
 *
 * @param object what it is called over there
 * @param record its id over there
 * @param version grows with each change; of two the greater is the newer
 * @param event the whole record in our words, or that it was deleted
 */
public record SourceRecord(String object, String record, long version, IntegrationEvent event) {}
