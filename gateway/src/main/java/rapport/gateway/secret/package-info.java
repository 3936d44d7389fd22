/** Keys derived from the gateway's one secret, and what is sealed with them. */
@NullMarked
package rapport.gateway.secret;

import org.jspecify.annotations.NullMarked;
