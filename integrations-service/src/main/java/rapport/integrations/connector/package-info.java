/**
 * What a connector is. It translates between another system's words and ours and does nothing else:
 * when to call, how often, what was seen before and where it is kept is decided outside.
 */
@NullMarked
package rapport.integrations.connector;

import org.jspecify.annotations.NullMarked;
