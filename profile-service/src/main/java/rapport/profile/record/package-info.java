/**
 * What a conversation has filled in so far, whatever its flow: fields, rows of fields, where each
 * value comes from, and what changed. Decides; does nothing.
 */
@NullMarked
@DomainModel
package rapport.profile.record;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
