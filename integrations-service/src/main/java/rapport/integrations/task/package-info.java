/** What people have to do, and how that changes. */
@DomainModel
@NullMarked
package rapport.integrations.task;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
