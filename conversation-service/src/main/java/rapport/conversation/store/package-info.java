/** Keeps the log of every conversation: one document per input, and nothing else. */
@NullMarked
package rapport.conversation.store;

import org.jspecify.annotations.NullMarked;
