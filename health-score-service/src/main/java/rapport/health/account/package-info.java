/** What is known of an account, and the inputs of its score that follow from it. */
@NullMarked
@DomainModel
package rapport.health.account;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
