/** Has summaries told by a language model, from a draft that stands without it. */
@NullMarked
package rapport.conversation.summary.model;

import org.jspecify.annotations.NullMarked;
