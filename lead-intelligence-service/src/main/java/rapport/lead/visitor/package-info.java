/** One visitor's conversation, as it is judged message by message. */
@NullMarked
@DomainModel
package rapport.lead.visitor;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
