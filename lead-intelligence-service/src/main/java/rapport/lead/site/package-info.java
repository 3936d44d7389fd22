/** Sites of a workspace, and what was read on their pages. */
@NullMarked
@DomainModel
package rapport.lead.site;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
