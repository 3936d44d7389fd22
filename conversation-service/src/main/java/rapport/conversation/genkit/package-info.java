/**
 * The flows as Genkit clients call them: {@code runFlow}, {@code streamFlow} and {@code
 * remoteAgent}.
 */
@NullMarked
package rapport.conversation.genkit;

import org.jspecify.annotations.NullMarked;
