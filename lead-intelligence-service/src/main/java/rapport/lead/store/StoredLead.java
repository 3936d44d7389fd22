package rapport.lead.store;

import rapport.lead.lead.Lead;

/**
 * A lead as it is kept.
 *
 * @param version counts the writes; those that nobody is told of, too, and that it is to be looked
 *     at again
 */
public record StoredLead(Lead lead, long version) {}
