package rapport.integrations.outbound;

import reactor.core.publisher.Mono;

/** Sends one thing at a time through the connections of a workspace. */
public interface Outbound {

  /**
   * Sends a message.
   *
   * @param idempotencyKey names this one sending: where the other system can tell, the same key is
   *     never sent twice
   * @return what became of it; what the other system does wrong is an outcome, not an error
   */
  Mono<Outcome> send(String workspace, Message message, String idempotencyKey);

  /** Whether the workspace has a connection that takes such messages. */
  Mono<Boolean> canSend(String workspace, Class<? extends Message> kind);
}
