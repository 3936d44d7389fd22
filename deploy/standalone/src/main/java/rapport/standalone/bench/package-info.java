/** How much Rapport does, and what it costs. */
@NullMarked
package rapport.standalone.bench;

import org.jspecify.annotations.NullMarked;
