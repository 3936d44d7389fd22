package rapport.integrations.backlog;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Work of one kind that is stored and done by and by; every bean of this type is counted. */
public interface Backlog {

  /** What is later than this is late, whatever it waits for. */
  Duration LATE = Duration.ofMinutes(5);

  /** In lower case, such as {@code delivery}. */
  String kind();

  /**
   * How many jobs there are in each state, in all workspaces; every state, also those with none.
   */
  Mono<Map<String, Long>> count(Instant now);
}
