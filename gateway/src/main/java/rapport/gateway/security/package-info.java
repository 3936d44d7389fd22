/** Who may pass, what is told to the services, and what every answer carries. */
@NullMarked
package rapport.gateway.security;

import org.jspecify.annotations.NullMarked;
