/** On the command line: how good intents are told from few examples. */
@NullMarked
package rapport.embedding.intent.tool;

import org.jspecify.annotations.NullMarked;
