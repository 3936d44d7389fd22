/** Takes in what lead-intelligence-service makes of visitors, and waits for it a moment. */
@NullMarked
package rapport.conversation.assessment;

import org.jspecify.annotations.NullMarked;
