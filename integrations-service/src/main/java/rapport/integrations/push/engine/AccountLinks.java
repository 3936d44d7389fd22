package rapport.integrations.push.engine;

import java.util.Collection;
import java.util.Map;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Mono;

/** Knows which companies were read from another system, whatever they were read as. */
interface AccountLinks {

  /**
   * The records that accounts have been found to be.
   *
   * @param connection they were read through
   * @param object what they are called over there
   * @return by account, the stream that tells of the record; accounts without one are absent
   */
  Mono<Map<String, String>> streams(
      StreamRef connection, String object, Collection<String> accounts);
}
