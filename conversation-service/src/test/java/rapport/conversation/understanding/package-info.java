@NullMarked
package rapport.conversation.understanding;

import org.jspecify.annotations.NullMarked;
