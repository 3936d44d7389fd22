/** The HTTP surface of conversations and flows. */
@NullMarked
package rapport.conversation.api;

import org.jspecify.annotations.NullMarked;
