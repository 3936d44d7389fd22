package rapport.runtime.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Several outboxes as one. No stream is in two of them. */
record JoinedOutboxes(List<Outbox> parts) implements Outbox {

  @Override
  public Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit) {
    return Flux.fromIterable(parts)
        .concatMap(part -> part.unpublished(streamKeys, limit))
        .take(limit);
  }

  @Override
  public Flux<OutboxEntry> unpublishedBut(Set<String> streamKeys, int limit) {
    return Flux.fromIterable(parts)
        .concatMap(part -> part.unpublishedBut(streamKeys, limit))
        .take(limit);
  }

  @Override
  public Mono<Void> markPublished(List<OutboxEntry> entries) {
    return Flux.fromIterable(parts).concatMap(part -> part.markPublished(entries)).then();
  }

  @Override
  public Flux<OutboxEntry> log(Instant since) {
    return Flux.fromIterable(parts).concatMap(part -> part.log(since));
  }
}
