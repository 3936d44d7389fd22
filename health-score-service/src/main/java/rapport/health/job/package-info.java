/** Which days, weeks, months and quarters have work to be done for. */
@NullMarked
@DomainModel
package rapport.health.job;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
