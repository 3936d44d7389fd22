/** What there is to say of an account after a quarter. */
@NullMarked
@DomainModel
package rapport.health.review;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
