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
import org.springframework.context.SmartLifecycle;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.worker.Worker;

/**
 * Publishes what the {@link Outbox} holds: at once when a stream is woken, and in any case by a
 * sweep that finds what a crash or another instance left behind.
 */
public final class OutboxRelay implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
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
  private final Worker worker = new Worker("rapport-outbox", this::step);
  private Instant nextSweep = Instant.MIN;
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

  private Duration step() throws Exception {
    if (!clock.instant().isBefore(nextSweep)) {
      sweep();
    }
    var streams = takeDirty();
    if (streams.isEmpty()) {
      var untilSweep = Duration.between(clock.instant(), nextSweep);
      return untilSweep.isPositive() ? untilSweep : Duration.ZERO;
    }
    try {
      publish(streams);
    } catch (Exception e) {
      dirty.addAll(streams);
      throw e;
    }
    return Duration.ZERO;
  }

  /** Marks the streams of old entries as dirty; publishing them is the next steps' work. */
  private void sweep() {
    var found = unpublished(Set.of());
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

  private void publish(Set<String> streams) throws ExecutionException, InterruptedException {
    var entries = unpublished(streams);
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
      sendApart(entries, e);
    }
    if (entries.size() == ENTRIES_AT_ONCE) {
      dirty.addAll(streams);
    } else if (dirty.isEmpty()) {
      oldest = null;
    }
  }

  private void send(List<OutboxEntry> entries) throws ExecutionException, InterruptedException {
    publisher.publish(entries);
    outbox.markPublished(entries).block(STORE_PATIENCE);
    published.increment(entries.size());
  }

  /** The broker refuses something for good: that stream waits, the others must not. */
  private void sendApart(List<OutboxEntry> entries, ExecutionException refusal)
      throws ExecutionException, InterruptedException {
    var streams = new LinkedHashMap<String, List<OutboxEntry>>();
    entries.forEach(
        entry -> streams.computeIfAbsent(entry.streamKey(), _ -> new ArrayList<>()).add(entry));
    for (var stream : streams.entrySet()) {
      try {
        send(stream.getValue());
      } catch (ExecutionException e) {
        LOG.error("cannot publish {}: {}", stream.getKey(), String.valueOf(e.getCause()));
      }
    }
    throw refusal;
  }

  private List<OutboxEntry> unpublished(Set<String> streams) {
    return Objects.requireNonNull(
        outbox.unpublished(streams, ENTRIES_AT_ONCE).collectList().block(STORE_PATIENCE));
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

  @Override
  public void start() {
    worker.start();
  }

  /** Publishes what is still woken, for at most a few seconds. */
  @Override
  public void stop() {
    worker.stop(FLUSH_PATIENCE);
    publisher.close();
  }

  @Override
  public boolean isRunning() {
    return worker.isRunning();
  }

  /** Stops after the web server has answered its last request. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 4096;
  }
}
