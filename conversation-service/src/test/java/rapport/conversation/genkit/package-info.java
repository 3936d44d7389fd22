@NullMarked
package rapport.conversation.genkit;

import org.jspecify.annotations.NullMarked;
