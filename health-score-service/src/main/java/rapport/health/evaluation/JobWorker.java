package rapport.health.evaluation;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import rapport.runtime.worker.Worker;

/** Looks every minute whether a job is due, in every instance: a period is begun by one of them. */
@Component
public final class JobWorker implements SmartLifecycle {

  private static final Duration BETWEEN = Duration.ofMinutes(1);
  private static final Duration MOST = Duration.ofHours(1);

  private final Worker worker;
  private volatile boolean running;

  JobWorker(JobRunner jobs) {
    this.worker =
        new Worker(
            "rapport-jobs", Worker.waitingFor(MOST, () -> jobs.runDue().thenReturn(BETWEEN)));
  }

  /** Has what is due done soon. Never blocks. */
  public void wake() {
    worker.wake();
  }

  @Override
  public void start() {
    worker.start();
    running = true;
  }

  /** What is cut off is taken over when its lease is over. */
  @Override
  public void stop() {
    worker.stop(Duration.ofSeconds(2));
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
