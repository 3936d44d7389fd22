@NullMarked
package rapport.conversation.value;

import org.jspecify.annotations.NullMarked;
