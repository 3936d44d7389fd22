/** Where this service keeps what it knows. */
@NullMarked
package rapport.lead.store;

import org.jspecify.annotations.NullMarked;
