/** Evaluates accounts whenever something changes, and from time to time. */
@NullMarked
package rapport.health.evaluation;

import org.jspecify.annotations.NullMarked;
