package rapport.gateway.workspace;

import java.time.Instant;

/**
 * Says that a workspace holds made-up data.
 *
 * @param seed what the data was made from
 * @param loaded whether all of it is there; false while it is being loaded
 * @param markedAt when the first of it came
 */
public record SampleMark(long seed, boolean loaded, Instant markedAt) {}
