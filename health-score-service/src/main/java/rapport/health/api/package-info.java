/** What health-score-service answers over HTTP. */
@NullMarked
package rapport.health.api;

import org.jspecify.annotations.NullMarked;
