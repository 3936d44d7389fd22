@NullMarked
package rapport.conversation.store;

import org.jspecify.annotations.NullMarked;
