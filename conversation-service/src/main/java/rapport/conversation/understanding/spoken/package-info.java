/** Notices the language a message is written in. */
@NullMarked
package rapport.conversation.understanding.spoken;

import org.jspecify.annotations.NullMarked;
