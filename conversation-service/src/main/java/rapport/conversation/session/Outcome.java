package rapport.conversation.session;

import org.jspecify.annotations.Nullable;

/**
 * What became of an input.
 *
 * @param conversation as it is now
 * @param commit what was stored, now or when the same input came before; null when nothing had to
 *     change
 * @param before the conversation before that commit; null when it was stored before
 */
public record Outcome(
    Conversation conversation, @Nullable Commit commit, @Nullable Conversation before) {

  Outcome(Conversation conversation, @Nullable Commit commit) {
    this(conversation, commit, null);
  }
}
