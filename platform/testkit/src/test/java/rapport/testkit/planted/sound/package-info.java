/** Planted. */
@DomainModel
@NullMarked
package rapport.testkit.planted.sound;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
