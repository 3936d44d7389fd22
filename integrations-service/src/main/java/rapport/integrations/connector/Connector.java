package rapport.integrations.connector;

import reactor.core.publisher.Mono;

/** A kind of other system. What it can do it says by being {@link Reading} and so on. */
public interface Connector {

  ConnectorDescription description();

  /** How many requests a second the other system takes from one connection. */
  default int perSecond() {
    return Integer.MAX_VALUE;
  }

  /**
   * Tries the credentials.
   *
   * @return who we are over there; fails with {@link ConnectorException} that says what to do
   */
  Mono<SignedIn> test(Access access);
}
