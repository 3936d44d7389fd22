/** When somebody should look at an account, and what becomes of it. */
@NullMarked
@DomainModel
package rapport.health.alert;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
