/** Who is told of what: rules for alerts and leads, and when what they ask for is told. */
@NullMarked
@DomainModel
package rapport.integrations.notice;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
