package rapport.integrations.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rapport.runtime.outbox.Outbox;
import rapport.runtime.outbox.OutboxEntry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything this service has to tell, on whatever topic. */
@Component
final class ServiceOutbox implements Outbox {

  private final Map<String, TopicOutbox> parts;

  ServiceOutbox(List<TopicOutbox> parts) {
    this.parts =
        parts.stream()
            .collect(Collectors.toUnmodifiableMap(TopicOutbox::topic, Function.identity()));
  }

  @Override
  public Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit) {
    return Flux.fromIterable(parts.values())
        .concatMap(part -> part.unpublished(streamKeys, limit))
        .take(limit);
  }

  @Override
  public Mono<Void> markPublished(List<OutboxEntry> entries) {
    var byTopic =
        entries.stream()
            .collect(Collectors.groupingBy(entry -> entry.messages().getFirst().topic()));
    return Flux.fromIterable(byTopic.entrySet())
        .concatMap(topic -> part(topic.getKey()).markPublished(topic.getValue()))
        .then();
  }

  private TopicOutbox part(String topic) {
    var part = parts.get(topic);
    if (part == null) {
      throw new IllegalArgumentException("nothing here is told on " + topic);
    }
    return part;
  }

  @Override
  public Flux<OutboxEntry> log(Instant since) {
    return Flux.fromIterable(parts.values()).concatMap(part -> part.log(since));
  }
}
