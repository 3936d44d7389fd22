package rapport.integrations.hook;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import rapport.runtime.worker.Worker;

/** Sees to it that what other systems told is worked off soon. */
@Component
public final class HookWorker implements SmartLifecycle {

  private static final Duration REST = Duration.ofSeconds(15);
  private static final Duration LONGEST_PASS = Duration.ofHours(1);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Worker worker;

  HookWorker(HookWork work) {
    this.worker =
        new Worker(
            "integrations-hooks",
            Worker.waitingFor(
                LONGEST_PASS, () -> work.pass().map(done -> done > 0 ? Duration.ZERO : REST)));
  }

  /** Says that there may be something to do. Never blocks. */
  public void wake() {
    worker.wake();
  }

  @Override
  public void start() {
    worker.start();
  }

  @Override
  public void stop() {
    worker.stop(GRACE);
  }

  @Override
  public boolean isRunning() {
    return worker.isRunning();
  }
}
