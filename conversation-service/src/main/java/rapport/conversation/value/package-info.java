/** What values are: numbers, ranges, money, durations found in text, and what a field accepts. */
@DomainModel
@NullMarked
package rapport.conversation.value;

import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;
