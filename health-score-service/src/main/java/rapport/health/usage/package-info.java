/** How much is conversed on which day. */
@NullMarked
@DomainModel
package rapport.health.usage;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
