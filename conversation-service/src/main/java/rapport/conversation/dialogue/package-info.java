/** Decides what a message or a panel edit means for a conversation; nothing but decisions. */
@DomainModel
@NullMarked
package rapport.conversation.dialogue;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
