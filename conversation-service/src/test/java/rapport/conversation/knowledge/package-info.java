@NullMarked
package rapport.conversation.knowledge;

import org.jspecify.annotations.NullMarked;
