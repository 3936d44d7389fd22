/** What is pushed through a connection, and how it goes, for people. */
@NullMarked
package rapport.integrations.push.api;

import org.jspecify.annotations.NullMarked;
