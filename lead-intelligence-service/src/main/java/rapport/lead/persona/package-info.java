/** The kinds of visitors a workspace knows. */
@NullMarked
@DomainModel
package rapport.lead.persona;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
