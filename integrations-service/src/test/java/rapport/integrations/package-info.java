/** How integrations-service behaves, from its fold to its topics. */
@NullMarked
package rapport.integrations;

import org.jspecify.annotations.NullMarked;
