package rapport.conversation.genkit;

import rapport.conversation.session.Commit;
import rapport.conversation.session.Conversation;

/**
 * An input that was taken, and the conversation as it was right after it. The same input again
 * leads to the same moment, however far the conversation has come since.
 */
record Moment(Commit commit, Conversation after) {}
