package rapport.lead.portrait;

import java.time.Instant;

/** How likely somebody meant to buy, from 0 to 1, after a message. */
public record Moment(Instant at, double intent) {}
