/** Turns what a person wrote into acts. */
@NullMarked
package rapport.conversation.understanding;

import org.jspecify.annotations.NullMarked;
