/** Personas a site speaks to, proposed from what its pages say, with the words they rest on. */
@NullMarked
@DomainModel
package rapport.lead.proposal;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
