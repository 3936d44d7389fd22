/** What is known of a workspace itself: whether what it holds is made up. */
@NullMarked
package rapport.gateway.workspace;

import org.jspecify.annotations.NullMarked;
