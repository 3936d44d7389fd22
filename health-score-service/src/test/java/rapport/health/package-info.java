/** How health-score-service behaves, from its fold to its topics. */
@NullMarked
package rapport.health;

import org.jspecify.annotations.NullMarked;
