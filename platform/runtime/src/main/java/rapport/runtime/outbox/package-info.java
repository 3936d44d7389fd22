/** From what a service has stored to what the topics carry: relay and reconciliation. */
@NullMarked
package rapport.runtime.outbox;

import org.jspecify.annotations.NullMarked;
