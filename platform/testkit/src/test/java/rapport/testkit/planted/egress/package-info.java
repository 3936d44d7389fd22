/** Planted. */
@NullMarked
package rapport.testkit.planted.egress;

import org.jspecify.annotations.NullMarked;
