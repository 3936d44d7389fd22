/** Takes an input through understanding, deciding and replying into the log. */
@NullMarked
package rapport.conversation.session;

import org.jspecify.annotations.NullMarked;
