/** Pushing: a turn for each connection, in batches, one record after the other. */
@NullMarked
package rapport.integrations.push.engine;

import org.jspecify.annotations.NullMarked;
