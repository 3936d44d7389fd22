/** What of ours other systems are to have, and what of it is written there. */
@NullMarked
@DomainModel
package rapport.integrations.push;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
