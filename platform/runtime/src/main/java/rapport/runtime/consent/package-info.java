/** What people do not want done with what is known of them, for services that would do it. */
@NullMarked
package rapport.runtime.consent;

import org.jspecify.annotations.NullMarked;
