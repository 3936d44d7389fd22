package rapport.integrations.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import rapport.runtime.outbox.Outbox;
import rapport.runtime.outbox.OutboxEntry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is to be told on one topic; {@link ServiceOutbox} joins all of them. Each method does what
 * its namesake of {@link Outbox} does, for the entries of this topic.
 */
public interface TopicOutbox {

  /** The topic of every message of its entries. */
  String topic();

  Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit);

  Mono<Void> markPublished(List<OutboxEntry> entries);

  Flux<OutboxEntry> log(Instant since);
}
