/** Planted. */
@NullMarked
package rapport.testkit.planted.driver;

import org.jspecify.annotations.NullMarked;
