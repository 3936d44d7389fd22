/** Guided conversations: they are asked, understood, decided, stored and told to the world here. */
@NullMarked
package rapport.conversation;

import org.jspecify.annotations.NullMarked;
