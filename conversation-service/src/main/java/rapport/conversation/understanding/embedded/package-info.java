/**
 * Understands messages inside the process, without a model: typed values, the words that announce
 * fields, and a language's phrases, weighed against each other.
 */
@NullMarked
package rapport.conversation.understanding.embedded;

import org.jspecify.annotations.NullMarked;
