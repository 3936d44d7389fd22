/** Visitors of websites, and which conversation each of them is in. */
@NullMarked
package rapport.conversation.visitor;

import org.jspecify.annotations.NullMarked;
