/** How far conversations come through their flow, and at which question they stop. */
@NullMarked
@DomainModel
package rapport.health.funnel;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
