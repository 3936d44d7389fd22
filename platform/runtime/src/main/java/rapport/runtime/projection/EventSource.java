package rapport.runtime.projection;

import java.util.List;
import rapport.contracts.WireMessage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The owner of a stream, who has every event of it; asked when the topic has a gap. */
@FunctionalInterface
public interface EventSource {

  /**
   * The events from {@code fromRev} to {@code toRev}, both inclusive, in order; fewer when the
   * owner has fewer.
   */
  Mono<List<WireMessage>> events(String workspace, String stream, long fromRev, long toRev);

  /** Whether it is asked for what the topic lacks. */
  default boolean fillsGaps() {
    return true;
  }

  /**
   * The streams of a workspace that have events on the topic, each once, in any order. An owner
   * that cannot say which there are fails with {@link UnsupportedOperationException}.
   */
  default Flux<String> streams(String workspace, String topic) {
    return Flux.error(new UnsupportedOperationException("there is no list of the streams"));
  }
}
