package rapport.runtime.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a service has stored and must tell the world; implemented by the service's store. The same
 * document holds the change and what is to be told, so neither exists without the other.
 */
public interface Outbox {

  /**
   * Entries of these streams not marked as published, sorted by stream, then position. An entry is
   * never given while an earlier one of its stream is unpublished and not given before it; a scan
   * of an index on (published, stream, position) has that property.
   *
   * @param streamKeys the streams asked for, as {@code workspace/stream}
   * @param limit at most so many entries
   */
  Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit);

  /** The same of all streams but these. */
  Flux<OutboxEntry> unpublishedBut(Set<String> streamKeys, int limit);

  /**
   * Remembers that the broker has these entries. Doing it twice is harmless. A service may have
   * several outboxes: entries of others among these are passed over.
   */
  Mono<Void> markPublished(List<OutboxEntry> entries);

  /**
   * Every entry stored since then, published or not; those of one stream in their order, streams in
   * any. May be large: it is read with backpressure.
   */
  Flux<OutboxEntry> log(Instant since);
}
