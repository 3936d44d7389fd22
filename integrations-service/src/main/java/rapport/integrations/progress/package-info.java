/** How far a connection has read, and when it reads on. */
@NullMarked
@DomainModel
package rapport.integrations.progress;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
