/** Leads: what is known of somebody who may become a customer, and what became of it. */
@NullMarked
@DomainModel
package rapport.lead.lead;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
