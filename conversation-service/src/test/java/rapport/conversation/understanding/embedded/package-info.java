@NullMarked
package rapport.conversation.understanding.embedded;

import org.jspecify.annotations.NullMarked;
