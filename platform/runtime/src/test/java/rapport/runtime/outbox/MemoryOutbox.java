package rapport.runtime.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.WireMessage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A store of conversations, in memory: what it tells goes to a topic of the test's own. */
final class MemoryOutbox implements Outbox {

  private static final EventCodec<rapport.contracts.ConversationEvent> CODEC =
      new EventCodec<>(EventCatalog.CONVERSATION);

  private final String topic;
  private final List<OutboxEntry> entries = new ArrayList<>();
  private final Set<String> published = new HashSet<>();
  private final Map<String, Long> revs = new HashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private volatile boolean forgetful;

  MemoryOutbox(String topic) {
    this.topic = topic;
  }

  /** One turn of so many events, stored at that time. */
  synchronized OutboxEntry store(String stream, int events, Instant at) {
    var first = revs.getOrDefault(stream, 0L) + 1;
    var last = first + events - 1;
    revs.put(stream, last);
    var messages =
        LongStream.rangeClosed(first, last)
            .mapToObj(rev -> message(stream, rev, "text " + rev, at));
    return stored(
        new OutboxEntry(stream + ":" + last, "acme/" + stream, last, at, messages.toList()));
  }

  /** One turn of one event that says this. */
  synchronized OutboxEntry storeText(String stream, String text, Instant at) {
    var rev = revs.merge(stream, 1L, Long::sum);
    var message = message(stream, rev, text, at);
    return stored(new OutboxEntry(stream + ":" + rev, "acme/" + stream, rev, at, List.of(message)));
  }

  private OutboxEntry stored(OutboxEntry entry) {
    entries.add(entry);
    return entry;
  }

  private WireMessage message(String stream, long rev, String text, Instant at) {
    var event = new MessageReceived("m" + rev, text);
    var encoded =
        CODEC.encode(
            new Envelope<>(stream + "-" + rev, "acme", stream, rev, at, null, null, event));
    return new WireMessage(topic, encoded.key(), encoded.headers(), encoded.value());
  }

  synchronized List<OutboxEntry> all() {
    return List.copyOf(entries);
  }

  synchronized boolean allPublished() {
    return published.size() == entries.size();
  }

  /** How often streams were asked for by name. */
  int reads() {
    return reads.get();
  }

  /** From now on no mark is kept, as if whoever sets it died before. */
  void forgetMarks() {
    forgetful = true;
  }

  void keepMarks() {
    forgetful = false;
  }

  @Override
  public Flux<OutboxEntry> unpublished(Set<String> streamKeys, int limit) {
    reads.incrementAndGet();
    return Flux.defer(() -> Flux.fromIterable(unpublishedNow(streamKeys::contains, limit)));
  }

  @Override
  public Flux<OutboxEntry> unpublishedBut(Set<String> streamKeys, int limit) {
    var others = Set.copyOf(streamKeys);
    return Flux.defer(
        () -> Flux.fromIterable(unpublishedNow(stream -> !others.contains(stream), limit)));
  }

  private synchronized List<OutboxEntry> unpublishedNow(Predicate<String> wanted, int limit) {
    return entries.stream()
        .filter(entry -> !published.contains(entry.id()))
        .filter(entry -> wanted.test(entry.streamKey()))
        .sorted(
            Comparator.comparing(OutboxEntry::streamKey).thenComparingLong(OutboxEntry::lastRev))
        .limit(limit)
        .toList();
  }

  @Override
  public Mono<Void> markPublished(List<OutboxEntry> done) {
    return Mono.fromRunnable(() -> {
      synchronized (this) {
        if (forgetful) {
          throw new IllegalStateException("killed before the mark was set");
        }
        done.forEach(entry -> published.add(entry.id()));
      }
    });
  }

  @Override
  public Flux<OutboxEntry> log(Instant since) {
    return Flux.fromIterable(all()).filter(entry -> !entry.at().isBefore(since));
  }
}
