/**
 * Stories: conversations written down as what people do and what is to come of it. They are read
 * from YAML, played by tests, and written from conversations that took place.
 */
@NullMarked
package rapport.conversation.story;

import org.jspecify.annotations.NullMarked;
