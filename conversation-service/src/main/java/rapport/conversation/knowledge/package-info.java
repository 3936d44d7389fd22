/** What is known about personas and the product: their questions, buttons and approved answers. */
@DomainModel
@NullMarked
package rapport.conversation.knowledge;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
