@NullMarked
package rapport.conversation.understanding.model;

import org.jspecify.annotations.NullMarked;
