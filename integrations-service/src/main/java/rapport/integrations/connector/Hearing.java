package rapport.integrations.connector;

import java.time.Instant;

/** A connector that the other system calls by itself. */
public interface Hearing extends Connector {

  /**
   * Looks at a call. Whether it is genuine is decided on the raw bytes before anything is read.
   *
   * @param now by our clock
   * @throws ConnectorException of kind {@code REFUSED} when it is not genuine, or too old
   */
  Heard hear(Access access, HookCall call, Instant now);
}
