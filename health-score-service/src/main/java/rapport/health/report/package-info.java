/** What a workspace's accounts add up to. Every figure follows from the rows it names. */
@NullMarked
@DomainModel
package rapport.health.report;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
