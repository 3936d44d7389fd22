/** How accounts do, as health-score-service told last. */
@NullMarked
package rapport.profile.account.health;

import org.jspecify.annotations.NullMarked;
