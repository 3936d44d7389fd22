/** Who is calling and what they may do. */
@NullMarked
package rapport.runtime.identity;

import org.jspecify.annotations.NullMarked;
