/** How far a conversation has come, which every judgement about a lead starts from. */
@NullMarked
@DomainModel
package rapport.lead.session;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
