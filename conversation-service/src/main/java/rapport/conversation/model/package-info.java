/**
 * The optional language model: any server that speaks OpenAI's chat completions. Off unless {@code
 * RAPPORT_LLM_BASE_URL} is set. Whoever asks it must get along without an answer.
 */
@NullMarked
package rapport.conversation.model;

import org.jspecify.annotations.NullMarked;
