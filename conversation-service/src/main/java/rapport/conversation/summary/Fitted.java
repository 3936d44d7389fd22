package rapport.conversation.summary;

import org.jspecify.annotations.Nullable;

/**
 * Words ready for their place in a sentence.
 *
 * @param after what the person added, to be told after the sentence's own words
 */
record Fitted(String text, @Nullable Phrase after) {}
