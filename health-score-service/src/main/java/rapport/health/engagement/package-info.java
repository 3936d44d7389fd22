/** How much accounts and we talked, week by week. */
@NullMarked
@DomainModel
package rapport.health.engagement;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
