/**
 * Reads flows, their words and the general messages from YAML and finds every mistake in them
 * before the first conversation does.
 */
@NullMarked
package rapport.conversation.flow.yaml;

import org.jspecify.annotations.NullMarked;
