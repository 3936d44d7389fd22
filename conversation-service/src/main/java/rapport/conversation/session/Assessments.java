package rapport.conversation.session;

import reactor.core.publisher.Mono;

/** Waits for what others make of a message. */
public interface Assessments {

  /**
   * Ends when the message has been assessed and that is in the log, or when it is not worth waiting
   * any longer; never fails for that.
   *
   * @param after the conversation after the message
   */
  Mono<Void> await(Conversation after, String messageId);
}
