package rapport.integrations.arrival;

/**
 * What is known of a record.
 *
 * @param version of its last arrival
 * @param digest of what it said
 */
public record Known(long version, String digest) {}
