/** Where this service keeps what it knows. */
@NullMarked
package rapport.health.store;

import org.jspecify.annotations.NullMarked;
