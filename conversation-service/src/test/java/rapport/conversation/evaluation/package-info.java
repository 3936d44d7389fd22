@NullMarked
package rapport.conversation.evaluation;

import org.jspecify.annotations.NullMarked;
