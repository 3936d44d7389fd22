/** What a guided conversation is made of: phases, fields, guards and rules, as data. */
@DomainModel
@NullMarked
package rapport.conversation.flow;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
