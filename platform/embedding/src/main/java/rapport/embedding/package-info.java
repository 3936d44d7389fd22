/** Sentences as vectors, in this process and offline. */
@NullMarked
package rapport.embedding;

import org.jspecify.annotations.NullMarked;
