/** How promising a lead is, and exactly why. */
@NullMarked
@DomainModel
package rapport.lead.scoring;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
