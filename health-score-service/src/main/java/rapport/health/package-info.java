/** How well customers do: for now, how much a workspace converses. */
@NullMarked
package rapport.health;

import org.jspecify.annotations.NullMarked;
