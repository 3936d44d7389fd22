/** Planted. */
@DomainModel
@NullMarked
package rapport.testkit.planted.clock;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
