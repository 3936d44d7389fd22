/** Which events there are to hand over, and how many. */
@NullMarked
@DomainModel
package rapport.integrations.activity;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
