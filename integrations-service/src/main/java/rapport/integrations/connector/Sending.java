package rapport.integrations.connector;

import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outcome;
import reactor.core.publisher.Mono;

/** A connector that messages go out through. */
public interface Sending extends Connector {

  boolean takes(Class<? extends Message> kind);

  /**
   * Sends a message.
   *
   * @param key the same for the same sending, always; made known to the other system if it can be
   * @param again whether an earlier try with the key may have been taken over there
   * @return fails with {@link ConnectorException}
   */
  Mono<Outcome.Done> send(Access access, Message message, String key, boolean again);
}
