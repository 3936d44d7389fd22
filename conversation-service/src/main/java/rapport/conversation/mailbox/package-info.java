/** Finds out whether mail can reach an address, by the DNS. */
@NullMarked
package rapport.conversation.mailbox;

import org.jspecify.annotations.NullMarked;
