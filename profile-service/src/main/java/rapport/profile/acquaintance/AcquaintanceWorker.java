package rapport.profile.acquaintance;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import rapport.runtime.worker.Worker;

/** Looks at contacts soon after they, or somebody with their address, changed. */
@Component
final class AcquaintanceWorker implements SmartLifecycle {

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
  public void start() {
    worker.start();
  }

  @Override
  public void stop() {
    worker.stop(Duration.ZERO);
  }

  @Override
  public boolean isRunning() {
    return worker.isRunning();
  }
}
