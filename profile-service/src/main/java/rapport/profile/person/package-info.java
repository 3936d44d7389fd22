/**
 * What is known of a person, from whatever they said and whoever wrote it: which of several values
 * counts, what a colleague may do about it, and what becomes of two people who are one. Decides;
 * does nothing.
 */
@NullMarked
@DomainModel
package rapport.profile.person;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
