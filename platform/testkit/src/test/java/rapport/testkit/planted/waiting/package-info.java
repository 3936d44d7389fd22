/** Planted. */
@NullMarked
package rapport.testkit.planted.waiting;

import org.jspecify.annotations.NullMarked;
