/** How lead-intelligence-service behaves, from its fold to its topics. */
@NullMarked
package rapport.lead;

import org.jspecify.annotations.NullMarked;
