@NullMarked
package rapport.conversation.summary.model;

import org.jspecify.annotations.NullMarked;
