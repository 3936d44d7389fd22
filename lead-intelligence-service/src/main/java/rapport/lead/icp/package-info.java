/** The customer a workspace would like best, and how near somebody comes to it. */
@NullMarked
@DomainModel
package rapport.lead.icp;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
