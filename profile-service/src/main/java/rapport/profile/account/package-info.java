/**
 * An account and what belongs to it: contacts, interactions, deals, contracts, goals, use, tickets.
 * Decides what changes and what is told of it; does nothing.
 */
@NullMarked
@DomainModel
package rapport.profile.account;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
