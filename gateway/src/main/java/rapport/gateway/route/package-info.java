/** Which path belongs to which service. */
@NullMarked
package rapport.gateway.route;

import org.jspecify.annotations.NullMarked;
