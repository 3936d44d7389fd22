/** Reads the sentence patterns from YAML and writes summaries with them. */
@NullMarked
package rapport.conversation.summary.yaml;

import org.jspecify.annotations.NullMarked;
