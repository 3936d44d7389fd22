/** What becomes known of what can be pushed: the topics of the other services. */
@NullMarked
package rapport.integrations.push.input;

import org.jspecify.annotations.NullMarked;
