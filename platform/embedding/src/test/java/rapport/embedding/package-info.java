@NullMarked
package rapport.embedding;

import org.jspecify.annotations.NullMarked;
