package rapport.integrations.connector;

import java.time.Instant;
import reactor.core.publisher.Flux;

/** A connector whose system tells of its own accord, at {@code /hooks/{connection}}. */
public interface Receiving extends Connector {

  /**
   * Looks at a request: whether it is genuine, and what it is. Does nothing else, and at once.
   *
   * @return refused when the connection lacks what the signature needs
   */
  HookAnswer check(Access access, HookRequest request, Instant now);

  /**
   * Works off what {@link HookAnswer.News} told. May be asked again for the same body.
   *
   * @return the records it tells of; fails with {@link ConnectorException}
   */
  Flux<SourceRecord> taken(Access access, String body);
}
