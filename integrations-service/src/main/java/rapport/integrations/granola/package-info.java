/** Granola, by its API. */
@NullMarked
package rapport.integrations.granola;

import org.jspecify.annotations.NullMarked;
