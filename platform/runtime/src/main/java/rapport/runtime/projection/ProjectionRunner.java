package rapport.runtime.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.web.reactive.function.client.WebClientException;
import rapport.contracts.EventCodec;
import rapport.runtime.privacy.ErasedStreams;
import rapport.runtime.store.StoreUnavailableException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Keeps the views of one projection up to date; see {@link ProjectionRunners#register}. */
public final class ProjectionRunner<V, E> {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How often a stream may fail for a reason of its own before it is set aside. */
  private static final int TRIES = 5;

  private final Projection<V, E> projection;
  private final EventCodec<E> codec;
  private final BatchFolder<V, E> batches;
  private final StreamFolder<V, E> folder;
  private final @Nullable Rebuild<V, E> rebuild;
  private final EventSource owner;
  private final Quarantine quarantine;
  private final ErasedStreams erased;
  private final DeadLetters deadLetters;
  private final RunnerMeters meters;
  private final Clock clock;
  private final Map<StreamRef, Integer> failures = new ConcurrentHashMap<>();

  ProjectionRunner(
      Projection<V, E> projection,
      BatchFolder<V, E> batches,
      StreamFolder<V, E> folder,
      @Nullable Rebuild<V, E> rebuild,
      EventSource owner,
      Quarantine quarantine,
      ErasedStreams erased,
      DeadLetters deadLetters,
      RunnerMeters meters,
      Clock clock) {
    this.projection = projection;
    this.codec = new EventCodec<>(projection.catalog());
    this.batches = batches;
    this.folder = folder;
    this.rebuild = rebuild;
    this.owner = owner;
    this.quarantine = quarantine;
    this.erased = erased;
    this.deadLetters = deadLetters;
    this.meters = meters;
    this.clock = clock;
  }

  /** The projection's name. */
  public String name() {
    return projection.name();
  }

  boolean isPrompt() {
    return projection.isPrompt();
  }

  String topic() {
    return projection.catalog().topic();
  }

  /**
   * Reads a stream that was set aside again from its owner, from the revision after the view's, and
   * lifts the quarantine when that succeeds. Doing it twice, or to a stream that was never set
   * aside, is harmless.
   *
   * @return true when the stream is no longer set aside; false when it failed again
   */
  public Mono<Boolean> release(String workspace, String stream) {
    return Mono.fromCallable(() -> release(new StreamRef(workspace, stream)))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private boolean release(StreamRef stream) {
    var poison = folder.catchUp(stream);
    if (poison.isEmpty()) {
      quarantine.lift(name(), stream).block(PATIENCE);
      // What was stepped over between the first look and the lifting.
      poison = folder.catchUp(stream);
    }
    if (poison.isPresent()) {
      var before = quarantine.find(name(), stream).blockOptional(PATIENCE);
      var found = poison.get();
      quarantine
          .put(
              new Quarantine.Entry(
                  name(),
                  stream.workspace(),
                  stream.stream(),
                  found.rev(),
                  before.map(Quarantine.Entry::topic).orElse(topic()),
                  before.map(Quarantine.Entry::partition).orElse(-1),
                  before.map(Quarantine.Entry::offset).orElse(-1L),
                  found.reason(),
                  clock.instant()))
          .block(PATIENCE);
    }
    countQuarantined();
    LOG.info("{}: release of {}: {}", name(), stream.key(), poison.isEmpty() ? "done" : "failed");
    return poison.isEmpty();
  }

  boolean isRebuildable() {
    return rebuild != null;
  }

  /**
   * Folds the views of all streams the owner has in a workspace anew, one after the other; what is
   * said of each comes as it is done.
   *
   * @throws UnsupportedOperationException when it is not rebuildable
   */
  Flux<Rebuild.Outcome> rebuild(String workspace) {
    var each = rebuildable();
    return streams(workspace).concatMap(stream -> blocking(() -> each.rebuild(stream)));
  }

  /** Compares the views of all streams the owner has in a workspace with their events. */
  Flux<Rebuild.Comparison> compare(String workspace) {
    var each = rebuildable();
    return streams(workspace).concatMap(stream -> blocking(() -> each.compare(stream)));
  }

  private Rebuild<V, E> rebuildable() {
    if (rebuild == null) {
      throw new UnsupportedOperationException(name() + " cannot be folded anew");
    }
    return rebuild;
  }

  private Flux<StreamRef> streams(String workspace) {
    return owner
        .streams(workspace, topic())
        .onErrorMap(
            WebClientException.class,
            e -> new NotAnsweringException("the owner of " + topic() + " does not answer", e))
        .map(stream -> new StreamRef(workspace, stream))
        .collectList() // the owner should not hold its answer open for as long as all this takes
        .flatMapIterable(streams -> streams);
  }

  private static <T> Mono<T> blocking(Callable<T> work) {
    return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
  }

  void countQuarantined() {
    quarantine.size(name()).blockOptional(PATIENCE).ifPresent(meters::quarantined);
  }

  /**
   * Takes a batch; returns when all of it is stored or set aside.
   *
   * @throws BatchListenerFailedException naming the first record that is not, when something is
   *     away; everything before it is done
   */
  void take(List<ConsumerRecord<byte[], byte[]>> records) {
    meters.batchTaken(time(records.getFirst()), time(records.getLast()));
    var groups = new LinkedHashMap<StreamRef, List<ConsumerRecord<byte[], byte[]>>>();
    var unreadable = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    for (var record : records) {
      if (record.value() == null) {
        continue; // the end of a stream that was erased: nothing to fold
      }
      StreamRef.of(record)
          .ifPresentOrElse(
              stream -> groups.computeIfAbsent(stream, _ -> new ArrayList<>()).add(record),
              () -> unreadable.add(record));
    }
    guard(records.getFirst(), () -> unreadable.forEach(this::stepOver));
    guard(records.getFirst(), () -> groups.keySet().removeAll(asideAmong(groups.keySet())));
    guard(records.getFirst(), () -> groups.keySet().removeAll(erasedAmong(groups.keySet())));
    var arrivals = new LinkedHashMap<StreamRef, List<Arrival<E>>>();
    groups.forEach((stream, group) ->
        arrivals.put(
            stream, group.stream().map(record -> Arrival.read(codec, stream, record)).toList()));
    guard(records.getFirst(), () -> arrivals.keySet().removeAll(batches.fold(arrivals)));
    arrivals.forEach((stream, came) -> {
      var group = Objects.requireNonNull(groups.get(stream));
      guard(group.getFirst(), () -> fold(stream, came, group));
    });
    meters.batchDone();
  }

  private void fold(
      StreamRef stream, List<Arrival<E>> arrivals, List<ConsumerRecord<byte[], byte[]>> records) {
    try {
      folder
          .fold(stream, arrivals)
          .ifPresent(poison -> setAside(stream, poison, records.get(poison.index())));
      failures.remove(stream);
    } catch (StoreUnavailableException | NotAnsweringException e) {
      throw e;
    } catch (RuntimeException e) {
      if (failures.merge(stream, 1, Integer::sum) < TRIES) {
        throw e;
      }
      var reason = "storing the view failed: " + e.getClass().getName();
      setAside(stream, new StreamFolder.Poison(0, 0, reason), records.getFirst());
      failures.remove(stream);
    }
  }

  /** Groups are in the order of their first records, so all before the named one is done. */
  private static void guard(ConsumerRecord<byte[], byte[]> first, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      throw new BatchListenerFailedException(String.valueOf(e.getMessage()), e, first);
    }
  }

  private Set<StreamRef> asideAmong(Set<StreamRef> streams) {
    return streams.isEmpty()
        ? Set.of()
        : quarantine.among(name(), streams).blockOptional(PATIENCE).orElse(Set.of());
  }

  private Set<StreamRef> erasedAmong(Set<StreamRef> streams) {
    return streams.isEmpty()
        ? Set.of()
        : erased.among(streams).blockOptional(PATIENCE).orElse(Set.of());
  }

  private void setAside(
      StreamRef stream, StreamFolder.Poison poison, ConsumerRecord<byte[], byte[]> record) {
    deadLetters.add(record, name(), poison.reason());
    quarantine
        .put(
            new Quarantine.Entry(
                name(),
                stream.workspace(),
                stream.stream(),
                poison.rev(),
                record.topic(),
                record.partition(),
                record.offset(),
                poison.reason(),
                clock.instant()))
        .block(PATIENCE);
    countQuarantined();
    LOG.error(
        "{}: {} is set aside at revision {} ({}-{} offset {}): {}",
        name(),
        stream.key(),
        poison.rev(),
        record.topic(),
        record.partition(),
        record.offset(),
        poison.reason());
  }

  /** Nobody can tell whose it is, so nobody can be set aside for it. */
  private void stepOver(ConsumerRecord<byte[], byte[]> record) {
    deadLetters.add(record, name(), "its stream cannot be read");
    meters.unreadableRecord();
    LOG.error(
        "{}: stepped over {}-{} offset {}: its stream cannot be read",
        name(),
        record.topic(),
        record.partition(),
        record.offset());
  }

  private static Instant time(ConsumerRecord<byte[], byte[]> record) {
    return Instant.ofEpochMilli(Math.max(0, record.timestamp()));
  }
}
