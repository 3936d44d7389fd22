@NullMarked
package rapport.embedding.intent.tool;

import org.jspecify.annotations.NullMarked;
