/** What this service keeps of people. */
@NullMarked
package rapport.integrations.privacy;

import org.jspecify.annotations.NullMarked;
