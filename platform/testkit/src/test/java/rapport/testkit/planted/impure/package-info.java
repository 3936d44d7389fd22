/** Planted. */
@DomainModel
@NullMarked
package rapport.testkit.planted.impure;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
