/**
 * What a customer profile consists of, how complete it is, and what is told about it. Decides; does
 * nothing.
 */
@NullMarked
@DomainModel
package rapport.profile.profile;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
