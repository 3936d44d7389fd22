@NullMarked
package rapport.embedding.intent;

import org.jspecify.annotations.NullMarked;
