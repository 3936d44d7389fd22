@NullMarked
package rapport.conversation.model;

import org.jspecify.annotations.NullMarked;
