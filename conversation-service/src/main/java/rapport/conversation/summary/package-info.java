/**
 * Writes a short text from the values of a conversation: sentence patterns chosen by what is known,
 * and the values fitted into them. It knows no field, no flow and no language; those are data.
 */
@DomainModel
@NullMarked
package rapport.conversation.summary;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
