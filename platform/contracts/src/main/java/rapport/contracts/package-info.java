/** What services promise one another on Kafka: events, their wire names, and the codec. */
@NullMarked
package rapport.contracts;

import org.jspecify.annotations.NullMarked;
