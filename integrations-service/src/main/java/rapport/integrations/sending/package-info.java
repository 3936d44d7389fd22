/** Sends messages through connections, each once if the other system can tell. */
@NullMarked
package rapport.integrations.sending;

import org.jspecify.annotations.NullMarked;
