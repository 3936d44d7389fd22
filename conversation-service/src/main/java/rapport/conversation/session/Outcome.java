package rapport.conversation.session;

import java.util.function.Function;
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

  /**
   * The body the input is answered with: the stored one, the same for every retry.
   *
   * @param unchanged makes the body where nothing had to change
   */
  public String answer(Function<Conversation, String> unchanged) {
    return commit == null ? unchanged.apply(conversation) : commit.answer();
  }
}
