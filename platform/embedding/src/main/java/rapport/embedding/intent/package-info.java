/** Which of a few kinds a text is of, learnt from a handful of examples of each. */
@NullMarked
package rapport.embedding.intent;

import org.jspecify.annotations.NullMarked;
