/**
 * How well an account does: from inputs through curves and weights to a score that explains itself.
 */
@NullMarked
@DomainModel
package rapport.health.score;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
