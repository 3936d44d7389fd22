/** Where this service keeps what it knows. */
@NullMarked
package rapport.integrations.store;

import org.jspecify.annotations.NullMarked;
