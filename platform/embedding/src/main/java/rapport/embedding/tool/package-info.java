/** On the command line: what the embedding model costs. */
@NullMarked
package rapport.embedding.tool;

import org.jspecify.annotations.NullMarked;
