package rapport.profile.acquaintance;

import java.time.Duration;
import org.springframework.stereotype.Component;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;

/** Looks at contacts soon after they, or somebody with their address, changed. */
@Component
final class AcquaintanceWorker implements WorkerLifecycle {

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(1);
  private static final int AT_ONCE = 200;

  private final Worker worker;

  AcquaintanceWorker(Acquaintances acquaintances) {
    this.worker =
        new Worker(
            "rapport-acquaintances",
            Worker.waitingFor(
                MOST,
                () ->
                    acquaintances
                        .look(AT_ONCE)
                        .map(looked -> looked < AT_ONCE ? EVERY : Duration.ZERO)));
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
