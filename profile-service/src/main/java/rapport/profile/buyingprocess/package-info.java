/**
 * What the mapping of a buying process consists of, and how complete it is. Decides; does nothing.
 */
@NullMarked
@DomainModel
package rapport.profile.buyingprocess;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
