/**
 * What a customer profile is, how events change it, and how complete it is. Decides; does nothing.
 */
@NullMarked
@DomainModel
package rapport.profile.profile;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
