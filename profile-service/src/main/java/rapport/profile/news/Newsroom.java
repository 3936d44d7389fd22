package rapport.profile.news;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import rapport.runtime.outbox.Outbox;
import rapport.runtime.outbox.OutboxEntry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All news of the service as the one outbox its relay reads. */
@Component
@Primary
final class Newsroom implements Outbox {

  private final List<NewsLog> logs;

  Newsroom(List<NewsLog> logs) {
    this.logs = List.copyOf(logs);
  }

  @Override
  public Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit) {
    return Flux.fromIterable(logs).concatMap(log -> log.unpublished(streamKeys, limit)).take(limit);
  }

  @Override
  public Mono<Void> markPublished(List<OutboxEntry> entries) {
    return Flux.fromIterable(logs).concatMap(log -> mark(log, entries)).then();
  }

  private static Mono<Void> mark(NewsLog log, List<OutboxEntry> entries) {
    var owned = entries.stream().filter(log::owns).toList();
    return owned.isEmpty() ? Mono.empty() : log.markPublished(owned);
  }

  @Override
  public Flux<OutboxEntry> log(Instant since) {
    return Flux.fromIterable(logs).concatMap(log -> log.log(since));
  }
}
