/** Secrets of other systems: sealed before they are stored, opened only to be used. */
@NullMarked
package rapport.integrations.secret;

import org.jspecify.annotations.NullMarked;
