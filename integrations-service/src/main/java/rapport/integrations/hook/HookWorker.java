package rapport.integrations.hook;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import rapport.integrations.store.Cleaning;
import rapport.integrations.turn.Turns;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Mono;

/** Sees to it that what other systems told is worked off soon. */
@Component
public final class HookWorker implements WorkerLifecycle {

  private static final Duration REST = Duration.ofSeconds(15);
  private static final Duration STORE_PATIENCE = Duration.ofSeconds(10);

  /** Whoever waits gives its place away without telling. */
  private static final Duration WHILE_WAITING = Duration.ofMillis(500);

  private static final int PLACES = 8;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final HookWork work;
  private final Turns turns = new Turns(PLACES, this::wake);
  private final Cleaning cleaning;
  private final Worker worker;

  HookWorker(HookWork work, Arrivals arrivals, Clock clock) {
    this.work = work;
    this.cleaning = new Cleaning(Arrivals.KEPT, clock, arrivals::dropBefore);
    this.worker = new Worker("integrations-hooks", Worker.waitingFor(STORE_PATIENCE, this::look));
  }

  private Mono<Duration> look() {
    return work.due(turns.free())
        .doOnNext(due -> turns.begin(due.id(), place -> work.once(due, place).then()))
        .then(cleaning.once())
        .then(Mono.fromSupplier(() -> turns.names().isEmpty() ? REST : WHILE_WAITING));
  }

  /** Says that there may be something to do. Never blocks. */
  public void wake() {
    worker.wake();
  }

  @Override
  public void stop() {
    worker.stop(GRACE);
    turns.stop(GRACE);
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
