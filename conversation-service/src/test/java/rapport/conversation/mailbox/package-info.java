@NullMarked
package rapport.conversation.mailbox;

import org.jspecify.annotations.NullMarked;
