/** What is known of a person, put together from all their conversations. */
@NullMarked
@DomainModel
package rapport.lead.portrait;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
