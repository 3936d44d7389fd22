/** Gong, by its API, version 2. */
@NullMarked
package rapport.integrations.gong;

import org.jspecify.annotations.NullMarked;
