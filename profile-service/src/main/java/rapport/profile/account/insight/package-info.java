/** What can be told of an account from what is known of it: computed on demand, never stored. */
@NullMarked
@DomainModel
package rapport.profile.account.insight;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
