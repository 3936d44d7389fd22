/** What visitors say about themselves and their company. */
@NullMarked
@DomainModel
package rapport.lead.fact;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
