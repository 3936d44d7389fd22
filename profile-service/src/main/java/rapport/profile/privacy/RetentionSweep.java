package rapport.profile.privacy;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;

/**
 * Has erased what is kept no longer. Apart from {@link PrivacySweep}: finding it in a workspace of
 * many people takes long, and reminders do not wait for it.
 */
@Component
class RetentionSweep implements WorkerLifecycle {

  private final Worker worker;

  RetentionSweep(Retention retention, @Value("${rapport.privacy.sweep:30s}") Duration every) {
    this.worker =
        new Worker(
            "rapport-retention",
            Worker.waitingFor(Retention.LEASE, () -> retention.sweep().thenReturn(every)));
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
