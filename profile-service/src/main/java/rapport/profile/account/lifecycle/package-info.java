/** Where an account stands, and which moves there are. */
@NullMarked
@DomainModel
package rapport.profile.account.lifecycle;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
