/** What the bot says: a plan made of facts, and the words for it. */
@NullMarked
package rapport.conversation.reply;

import org.jspecify.annotations.NullMarked;
