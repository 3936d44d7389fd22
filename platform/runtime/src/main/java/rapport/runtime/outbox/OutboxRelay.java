package rapport.runtime.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Flux;

/**
 * Publishes what the {@link Outbox} holds: at once when a stream is woken, and in any case by a
 * sweep that finds what a crash or another instance left behind.
 */
public final class OutboxRelay implements WorkerLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration GATHERING = Duration.ofMillis(20);
  private static final Duration MARK_AFTER = Duration.ofMillis(500);
  private static final int STREAMS_AT_ONCE = 200;
  private static final int ENTRIES_AT_ONCE = 500;
  private static final Duration STORE_PATIENCE = Duration.ofSeconds(10);
  private static final Duration FLUSH_PATIENCE = Duration.ofSeconds(5);

  private final Outbox outbox;
  private final EntryPublisher publisher;
  private final Clock clock;
  private final Duration sweepEvery;
  private final Counter published;
  private final Set<String> dirty = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = new HashSet<>();
  private final FreshEntries fresh = new FreshEntries();
  private final List<OutboxEntry> unmarked = new ArrayList<>();
  private final Worker worker = new Worker("rapport-outbox", GATHERING, this::step);
  private Instant nextSweep = Instant.MIN;
  private Instant nextMark = Instant.MIN;
  private volatile @Nullable Instant oldest;

  /**
   * @param sweepEvery how often everything unpublished is looked for; an entry is left to whoever
   *     stored it until it is that old
   */
  public OutboxRelay(
      Outbox outbox,
      KafkaClients clients,
      String clientId,
      MeterRegistry meters,
      Clock clock,
      Duration sweepEvery) {
    this.outbox = outbox;
    this.publisher = new EntryPublisher(clients, clientId);
    this.clock = clock;
    this.sweepEvery = sweepEvery;
    this.published = meters.counter("rapport.outbox.published");
    Gauge.builder("rapport.outbox.oldest.unpublished.seconds", this, OutboxRelay::oldestSeconds)
        .register(meters);
  }

  /** Says that the stream, {@code workspace/stream}, has something unpublished. Never blocks. */
  public void wake(String streamKey) {
    dirty.add(streamKey);
    worker.wake();
  }

  /**
   * Hands over an entry that has just been stored, so that it need not be read again. Never blocks.
   *
   * @param previousRev the last revision before the entry, 0 when it begins its stream
   */
  public void publish(OutboxEntry entry, long previousRev) {
    if (fresh.add(entry, previousRev)) {
      worker.wake();
    } else {
      wake(entry.streamKey());
    }
  }

  private Duration step() throws Exception {
    if (!clock.instant().isBefore(nextSweep)) {
      sweep();
    }
    publishFresh();
    var streams = takeDirty();
    if (!streams.isEmpty()) {
      publishStored(streams);
    }
    if (!streams.isEmpty() || !fresh.isEmpty()) {
      return Duration.ZERO;
    }
    if (unmarked.size() >= ENTRIES_AT_ONCE || !clock.instant().isBefore(nextMark)) {
      mark();
    }
    var next = unmarked.isEmpty() || nextSweep.isBefore(nextMark) ? nextSweep : nextMark;
    var rest = Duration.between(clock.instant(), next);
    return rest.isPositive() ? rest : Duration.ZERO;
  }

  /**
   * Marks the streams of old entries as dirty; publishing them is the next steps' work. What the
   * broker refuses is tried once in a round over everything, or it would hide what is behind it.
   */
  private void sweep() {
    mark();
    if (nextSweep.isAfter(Instant.MIN)) {
      refused.clear();
    }
    var found = read(outbox.unpublishedBut(refused, ENTRIES_AT_ONCE));
    var tooOld = clock.instant().minus(sweepEvery);
    oldest = oldestOf(found);
    dirty.addAll(
        found.stream()
            .filter(entry -> !entry.at().isAfter(tooOld))
            .map(OutboxEntry::streamKey)
            .collect(Collectors.toSet()));
    var more = found.size() == ENTRIES_AT_ONCE && !dirty.isEmpty();
    nextSweep = more ? Instant.MIN : clock.instant().plus(sweepEvery);
  }

  private void publishFresh() throws ExecutionException, InterruptedException {
    var taken = fresh.take(ENTRIES_AT_ONCE);
    dirty.addAll(taken.streams());
    if (taken.entries().isEmpty()) {
      return;
    }
    oldest = oldestOf(taken.entries());
    try {
      send(taken.entries());
    } catch (Exception e) {
      taken.entries().forEach(entry -> dirty.add(entry.streamKey()));
      throw e;
    }
  }

  private void publishStored(Set<String> streams) throws ExecutionException, InterruptedException {
    try {
      mark(); // or what was sent just now would be found, and sent again
      publish(streams);
    } catch (Exception e) {
      dirty.addAll(streams);
      throw e;
    }
  }

  private void publish(Set<String> streams) throws ExecutionException, InterruptedException {
    var entries = read(outbox.unpublished(streams, ENTRIES_AT_ONCE));
    if (entries.isEmpty()) {
      return;
    }
    oldest = oldestOf(entries);
    try {
      send(entries);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException) {
        throw e;
      }
      sendApart(entries);
    }
    if (entries.size() == ENTRIES_AT_ONCE) {
      streams.stream().filter(stream -> !refused.contains(stream)).forEach(dirty::add);
    }
  }

  private void send(List<OutboxEntry> entries) throws ExecutionException, InterruptedException {
    publisher.publish(entries);
    fresh.published(entries);
    published.increment(entries.size());
    if (unmarked.isEmpty()) {
      nextMark = clock.instant().plus(MARK_AFTER);
    }
    unmarked.addAll(entries);
    if (dirty.isEmpty() && fresh.isEmpty()) {
      oldest = null;
    }
  }

  /** Many at once: nobody waits for it, and what is marked too late is only published again. */
  private void mark() {
    if (!unmarked.isEmpty()) {
      outbox.markPublished(List.copyOf(unmarked)).block(STORE_PATIENCE);
      unmarked.clear();
    }
  }

  /** The broker refuses something for good: that stream waits for a sweep, the others must not. */
  private void sendApart(List<OutboxEntry> entries)
      throws ExecutionException, InterruptedException {
    var streams = new LinkedHashMap<String, List<OutboxEntry>>();
    entries.forEach(
        entry -> streams.computeIfAbsent(entry.streamKey(), _ -> new ArrayList<>()).add(entry));
    for (var stream : streams.entrySet()) {
      try {
        send(stream.getValue());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RetriableException) {
          throw e;
        }
        refused.add(stream.getKey());
        LOG.error("cannot publish {}: {}", stream.getKey(), String.valueOf(e.getCause()));
      }
    }
  }

  private static List<OutboxEntry> read(Flux<OutboxEntry> entries) {
    return Objects.requireNonNull(entries.collectList().block(STORE_PATIENCE));
  }

  /** Taken before the store is read, so that a wake meanwhile is not lost. */
  private Set<String> takeDirty() {
    var taken = new HashSet<String>();
    for (var streams = dirty.iterator(); streams.hasNext() && taken.size() < STREAMS_AT_ONCE; ) {
      taken.add(streams.next());
      streams.remove();
    }
    return taken;
  }

  private static @Nullable Instant oldestOf(List<OutboxEntry> entries) {
    return entries.stream().map(OutboxEntry::at).min(Instant::compareTo).orElse(null);
  }

  private double oldestSeconds() {
    var since = oldest;
    return since == null
        ? 0
        : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
  }

  /** Publishes what is still woken, for at most a few seconds. */
  @Override
  public void stop() {
    worker.stop(FLUSH_PATIENCE);
    publisher.close();
    try {
      mark();
    } catch (RuntimeException e) {
      LOG.warn("{} entries will be published again: {}", unmarked.size(), e.toString());
    }
  }

  @Override
  public Worker worker() {
    return worker;
  }

  /** Stops after the web server has answered its last request. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 4096;
  }
}
