/** What a record that arrives is, next to what is known of it. */
@NullMarked
@DomainModel
package rapport.integrations.arrival;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
