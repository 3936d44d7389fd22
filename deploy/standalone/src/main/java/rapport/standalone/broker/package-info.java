/** The embedded broker: Apache Kafka itself, one node that is controller and broker. */
@NullMarked
package rapport.standalone.broker;

import org.jspecify.annotations.NullMarked;
