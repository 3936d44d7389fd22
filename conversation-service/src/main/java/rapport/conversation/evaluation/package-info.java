/** Measures how well answers are understood, on the command line. */
@NullMarked
package rapport.conversation.evaluation;

import org.jspecify.annotations.NullMarked;
