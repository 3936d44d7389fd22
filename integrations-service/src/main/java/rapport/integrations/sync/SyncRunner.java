package rapport.integrations.sync;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import rapport.integrations.store.SyncStates;
import rapport.integrations.turn.Turns;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Mono;

/** Sees to it that every connection is read when it is due, side by side with the others. */
@Component
@ConditionalOnBooleanProperty(name = "rapport.integrations.sync.run", matchIfMissing = true)
public final class SyncRunner implements WorkerLifecycle {

  private static final Duration STORE_PATIENCE = Duration.ofSeconds(10);
  private static final Duration END_PATIENCE = Duration.ofSeconds(5);

  private final SyncStates states;
  private final Syncing syncing;
  private final SyncSettings settings;
  private final Clock clock;
  private final Turns turns;
  private final Worker worker;

  SyncRunner(SyncStates states, Syncing syncing, SyncSettings settings, Clock clock) {
    this.states = states;
    this.syncing = syncing;
    this.settings = settings;
    this.clock = clock;
    this.turns = new Turns(settings.atOnce());
    this.worker = new Worker("integrations-sync", Worker.waitingFor(STORE_PATIENCE, this::look));
  }

  private Mono<Duration> look() {
    return states
        .due(clock.instant(), turns.names(), turns.free())
        .doOnNext(ref -> turns.begin(ref.key(), place -> syncing.once(ref, place)))
        .then(Mono.just(settings.look()));
  }

  /** Looks at once for what is due. Never blocks. */
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
