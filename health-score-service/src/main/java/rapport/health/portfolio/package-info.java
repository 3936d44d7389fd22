/** The accounts of a workspace and how they do: what is kept of each, and what is told. */
@NullMarked
@DomainModel
package rapport.health.portfolio;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
