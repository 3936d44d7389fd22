/** What can be pushed, what is to be pushed through which connection, and how it goes. */
@NullMarked
package rapport.integrations.push.store;

import org.jspecify.annotations.NullMarked;
