package rapport.health.evaluation;

import java.time.Duration;
import org.springframework.stereotype.Component;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;

/** Looks every minute whether a job is due, in every instance: a period is begun by one of them. */
@Component
public final class JobWorker implements WorkerLifecycle {

  private static final Duration BETWEEN = Duration.ofMinutes(1);
  private static final Duration MOST = Duration.ofHours(1);

  private final Worker worker;

  JobWorker(JobRunner jobs) {
    this.worker =
        new Worker(
            "rapport-jobs", Worker.waitingFor(MOST, () -> jobs.runDue().thenReturn(BETWEEN)));
  }

  /** Has what is due done soon. Never blocks. */
  public void wake() {
    worker.wake();
  }

  /** What is cut off is taken over when its lease is over. */
  @Override
  public void stop() {
    worker.stop(Duration.ofSeconds(2));
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
