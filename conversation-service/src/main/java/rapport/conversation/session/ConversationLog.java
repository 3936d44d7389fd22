package rapport.conversation.session;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The truth about conversations: their commits in order. */
public interface ConversationLog {

  /**
   * Adds a commit, durably.
   *
   * @return false when its place is taken or its input is already there: somebody was faster
   */
  Mono<Boolean> append(Commit commit);

  /**
   * The commits of a conversation after {@code seq}, in order; none when there is no such one.
   * Fails with 404 {@code conversation-not-found} when it was erased.
   */
  Flux<Commit> after(String workspace, String stream, long seq);

  /** Conversations that switched to a mode, the latest first; they may have left it since. */
  Flux<String> switchedTo(String workspace, String mode, int limit);

  /** The conversations a colleague was called to, those called to last first. */
  Flux<String> called(String workspace, int limit);

  /** One commit. */
  Mono<Commit> commit(String workspace, String stream, long seq);
}
