@NullMarked
package rapport.health.evaluation;

import org.jspecify.annotations.NullMarked;
