/** How much, how often and how slowly a caller may send. */
@NullMarked
package rapport.gateway.limit;

import org.jspecify.annotations.NullMarked;
