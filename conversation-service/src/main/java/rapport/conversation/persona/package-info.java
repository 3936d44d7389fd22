/** Follows the personas that lead-intelligence-service tells of. */
@NullMarked
package rapport.conversation.persona;

import org.jspecify.annotations.NullMarked;
