@NullMarked
package rapport.health.score;

import org.jspecify.annotations.NullMarked;
