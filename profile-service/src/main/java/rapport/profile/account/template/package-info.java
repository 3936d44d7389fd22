/** The six templates of an account, filled in with what is known of it. */
@NullMarked
@DomainModel
package rapport.profile.account.template;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
