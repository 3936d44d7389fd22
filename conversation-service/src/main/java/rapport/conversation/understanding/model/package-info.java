/**
 * Understands messages with the help of a language model. The model says where in a message an
 * answer stands; what is written is read there by Rapport itself, or not at all.
 */
@NullMarked
package rapport.conversation.understanding.model;

import org.jspecify.annotations.NullMarked;
