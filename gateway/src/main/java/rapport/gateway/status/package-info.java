/** The state of all services in one answer. */
@NullMarked
package rapport.gateway.status;

import org.jspecify.annotations.NullMarked;
