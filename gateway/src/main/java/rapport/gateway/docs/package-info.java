/** The description of the HTTP API. */
@NullMarked
package rapport.gateway.docs;

import org.jspecify.annotations.NullMarked;
