/** What callers are told while a service does not answer. */
@NullMarked
package rapport.gateway.fallback;

import org.jspecify.annotations.NullMarked;
