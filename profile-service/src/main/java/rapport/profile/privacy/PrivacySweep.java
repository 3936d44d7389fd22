package rapport.profile.privacy;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import rapport.runtime.worker.Worker;
import reactor.core.publisher.Mono;

/**
 * Reminds services that have not answered, does again what a restored backup has forgotten, and
 * forgets archives after their time.
 */
@Component
class PrivacySweep implements SmartLifecycle {

  private static final Duration MOST = Duration.ofMinutes(1);

  private final Worker worker;
  private volatile boolean hasRepeated;

  PrivacySweep(
      PrivacyDesk desk,
      ArchivePieces pieces,
      @Value("${rapport.privacy.archives-kept:7d}") Duration kept,
      @Value("${rapport.privacy.sweep:30s}") Duration every,
      Clock clock) {
    this.worker =
        new Worker(
            "rapport-privacy-sweep",
            Worker.waitingFor(
                MOST,
                () ->
                    repeated(desk)
                        .then(desk.remind())
                        .then(pieces.forgetBefore(clock.instant().minus(kept)))
                        .thenReturn(every)));
  }

  /** A backup is restored while nothing runs, so once is enough. */
  private Mono<Void> repeated(PrivacyDesk desk) {
    return hasRepeated
        ? Mono.empty()
        : desk.repeatForgotten().doOnSuccess(_ -> hasRepeated = true).then();
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
