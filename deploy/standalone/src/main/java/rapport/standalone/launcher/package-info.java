/** Starts Rapport on one machine: looks after a store, a broker, the services and the gateway. */
@NullMarked
package rapport.standalone.launcher;

import org.jspecify.annotations.NullMarked;
