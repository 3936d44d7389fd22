/**
 * What people agreed to and took back, and what may therefore be done with what is known of them.
 */
@DomainModel
@NullMarked
package rapport.profile.consent;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
