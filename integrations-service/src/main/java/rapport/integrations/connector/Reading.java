package rapport.integrations.connector;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connector whose records are read. */
public interface Reading extends Connector {

  /**
   * The feeds of a connection, in the order to read them: those of the description, unless they
   * depend on the connection, as channels do.
   *
   * @return fails with {@link ConnectorException}, after the feeds that can be read
   */
  default Flux<String> feeds(Access access) {
    return Flux.fromIterable(description().feeds()).map(ConnectorDescription.Feed::name);
  }

  /**
   * Reads the next page of a feed. The same cursor may be read again: after a crash it is.
   *
   * @param cursor of the page before; none at the very beginning
   * @return fails with {@link ConnectorException}
   */
  Mono<Page> read(Access access, String feed, @Nullable String cursor);
}
