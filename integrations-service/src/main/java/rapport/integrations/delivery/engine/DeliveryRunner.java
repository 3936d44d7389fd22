package rapport.integrations.delivery.engine;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import rapport.integrations.delivery.store.Deliveries;
import rapport.integrations.delivery.store.Lanes;
import rapport.integrations.delivery.store.Lanes.StoredLane;
import rapport.integrations.store.Cleaning;
import rapport.integrations.turn.Place;
import rapport.integrations.turn.Turns;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Mono;

/**
 * Sees to it that every destination gets what it is owed, side by side: one that hangs occupies its
 * own lane and nothing else. What is over is forgotten after 30 days.
 */
@Component
@ConditionalOnBooleanProperty(name = "rapport.integrations.deliveries.run", matchIfMissing = true)
public final class DeliveryRunner implements WorkerLifecycle {

  private static final int LANES_AT_ONCE = 256;
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration STORE_PATIENCE = Duration.ofSeconds(30);
  private static final Duration END_PATIENCE = Duration.ofSeconds(10);
  private static final Duration KEPT = Duration.ofDays(30);

  private final Lanes lanes;
  private final LaneWork lane;
  private final Clock clock;
  private final Turns turns;
  private final Cleaning cleaning;
  private final Worker worker;

  @Autowired
  DeliveryRunner(Lanes lanes, Deliveries deliveries, LaneWork lane, Clock clock) {
    this(lanes, deliveries, lane, LANES_AT_ONCE, clock);
  }

  DeliveryRunner(Lanes lanes, Deliveries deliveries, LaneWork lane, int lanesAtOnce, Clock clock) {
    this.lanes = lanes;
    this.lane = lane;
    this.turns = new Turns(lanesAtOnce, this::wake);
    this.clock = clock;
    this.cleaning = new Cleaning(KEPT, clock, deliveries::dropBefore);
    this.worker =
        new Worker("integrations-deliveries", Worker.waitingFor(STORE_PATIENCE, this::look));
  }

  private Mono<Duration> look() {
    return lanes
        .due(clock.instant(), turns.names(), turns.free())
        .doOnNext(due -> turns.begin(due.key(), place -> looked(due, place)))
        .then(cleaning.once())
        .thenReturn(REST);
  }

  /** What ends early is looked at again after a rest: at once it would only end early again. */
  private Mono<Void> looked(StoredLane due, Place place) {
    return lane.look(due, place)
        .onErrorResume(failure -> place.waitingFor(Mono.delay(REST)).then(Mono.error(failure)));
  }

  /** Says that there may be something to do. Never blocks. */
  public void wake() {
    worker.wake();
  }

  @Override
  public void stop() {
    worker.stop(END_PATIENCE);
    turns.stop(END_PATIENCE);
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
