/** Tools for people who write flows: warnings about a flow, and what a change to one does. */
@NullMarked
package rapport.conversation.flow.tool;

import org.jspecify.annotations.NullMarked;
