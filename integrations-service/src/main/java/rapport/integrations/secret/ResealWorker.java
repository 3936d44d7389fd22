package rapport.integrations.secret;

import java.time.Duration;
import org.springframework.stereotype.Component;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Mono;

/** Seals anew in the background: after a start, after a new key, and now and then. */
@Component
public final class ResealWorker implements WorkerLifecycle {

  private static final Duration REST = Duration.ofHours(1);
  private static final Duration LONGEST_PASS = Duration.ofHours(1);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Worker worker;

  ResealWorker(Resealer resealer, SecretVault vault) {
    this.worker =
        new Worker(
            "integrations-reseal",
            Worker.waitingFor(
                LONGEST_PASS,
                () -> vault.hasKeys() ? resealer.pass().thenReturn(REST) : Mono.just(REST)));
  }

  /** Says that there is a new key. Never blocks. */
  public void wake() {
    worker.wake();
  }

  @Override
  public void stop() {
    worker.stop(GRACE);
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
