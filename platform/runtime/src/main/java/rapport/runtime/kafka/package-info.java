/** Kafka clients, all made in one place with the same guarantees. */
@NullMarked
package rapport.runtime.kafka;

import org.jspecify.annotations.NullMarked;
