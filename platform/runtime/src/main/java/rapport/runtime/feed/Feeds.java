package rapport.runtime.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells those who watch a stream that it moved, whichever instance moved it. */
public final class Feeds implements SmartLifecycle {

  private static final Duration TICK = Duration.ofSeconds(15);

  /**
   * With the first event goes the head of the answer, which the reader and the gateway's breaker
   * wait for: a feed that goes on where it was cut off may have nothing else to tell for long.
   */
  private static final Duration FIRST_BEAT = Duration.ofSeconds(1);

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Stands for every stream; no stream has that name. */
  private static final String ANY = "*";

  private final Map<String, Watch> watched = new ConcurrentHashMap<>();
  private final TopicTail tail;
  private final AtomicInteger clients;
  private final Duration firstBeat;
  private final Duration tick;
  private volatile Sinks.Empty<Void> closing = Sinks.empty();
  private volatile boolean running;

  /** A stream somebody watches. */
  private record Watch(Sinks.Many<String> moves, int watchers) {}

  Feeds(TopicTail tail, MeterRegistry meters) {
    this(tail, meters, FIRST_BEAT, TICK);
  }

  Feeds(TopicTail tail, MeterRegistry meters, Duration firstBeat, Duration tick) {
    this.tail = tail;
    this.clients = meters.gauge("rapport.sse.clients", new AtomicInteger());
    this.firstBeat = firstBeat;
    this.tick = tick;
  }

  /** Says that the stream, {@code workspace/stream}, moved. Never blocks for long. */
  public void changed(String streamKey) {
    signal(streamKey);
    signal(streamKey.substring(0, streamKey.indexOf('/') + 1) + ANY);
  }

  private void signal(String watchedKey) {
    var watch = watched.get(watchedKey);
    if (watch != null) {
      watch.moves().emitNext(watchedKey, Sinks.EmitFailureHandler.busyLooping(PATIENCE));
    }
  }

  /**
   * A signal at once, then whenever the stream may have moved and at least every 15 s. Signals that
   * nobody took in time are merged into one: read what is new on each. The number only counts. It
   * completes when the service shuts down.
   */
  public Flux<Long> changes(String streamKey) {
    return Flux.defer(() -> watch(streamKey));
  }

  /** Likewise, whenever any stream of the workspace may have moved: for feeds of lists. */
  public Flux<Long> changesOfAny(String workspace) {
    return changes(workspace + "/" + ANY);
  }

  private Flux<Long> watch(String streamKey) {
    tail.follow(this::changed, this::all);
    var watch = watched.compute(streamKey, (_, found) -> join(found));
    var ticks = Flux.interval(tick).map(_ -> streamKey);
    return Flux.merge(watch.moves().asFlux(), Flux.just(streamKey), ticks)
        .index((count, _) -> count)
        .onBackpressureLatest()
        .takeUntilOther(closing.asMono())
        .doFinally(_ -> watched.computeIfPresent(streamKey, (_, found) -> leave(found)));
  }

  private static Watch join(@Nullable Watch found) {
    return found == null
        ? new Watch(Sinks.many().multicast().directBestEffort(), 1)
        : new Watch(found.moves(), found.watchers() + 1);
  }

  private static @Nullable Watch leave(Watch found) {
    return found.watchers() == 1 ? null : new Watch(found.moves(), found.watchers() - 1);
  }

  private void all() {
    Set.copyOf(watched.keySet()).forEach(this::signal);
  }

  /** How many streams are watched at the moment. */
  int watchedStreams() {
    return watched.size();
  }

  /**
   * The events as a response body: with a heartbeat comment after a second and then every 15 s,
   * counted as a client while it lasts, and completed when the service shuts down.
   */
  public <T> Flux<ServerSentEvent<T>> serve(Flux<ServerSentEvent<T>> events) {
    return Flux.defer(() -> {
      var over = Sinks.<Void>empty();
      var heartbeats =
          Flux.interval(firstBeat, tick)
              .onBackpressureDrop()
              .map(_ -> ServerSentEvent.<T>builder().comment("").build())
              .takeUntilOther(over.asMono());
      clients.incrementAndGet();
      return Flux.merge(
              events.doFinally(_ -> over.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST)), heartbeats)
          .takeUntilOther(closing.asMono())
          .doFinally(_ -> clients.decrementAndGet());
    });
  }

  @Override
  public void start() {
    closing = Sinks.empty();
    running = true;
  }

  @Override
  public void stop() {
    closing.emitEmpty(Sinks.EmitFailureHandler.busyLooping(PATIENCE));
    tail.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server, which would wait for open feeds. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 256;
  }
}
