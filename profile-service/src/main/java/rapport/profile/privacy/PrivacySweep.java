package rapport.profile.privacy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Mono;

/**
 * Reminds services that have not answered, does again what a restored backup has forgotten, and
 * forgets archives after their time.
 */
@Component
class PrivacySweep implements WorkerLifecycle {

  private static final Duration MOST = Duration.ofMinutes(1);

  private final Worker worker;
  private volatile boolean hasRepeated;

  /** Since when the longest running erasure has been asked for. */
  private volatile Optional<Instant> oldest = Optional.empty();

  PrivacySweep(
      PrivacyDesk desk,
      PrivacyRequests requests,
      ArchivePieces pieces,
      @Value("${rapport.privacy.archives-kept:7d}") Duration kept,
      @Value("${rapport.privacy.sweep:30s}") Duration every,
      Clock clock,
      MeterRegistry meters) {
    Gauge.builder(
            "rapport.erasure.oldest.seconds",
            () -> oldest.map(at -> Duration.between(at, clock.instant()).toSeconds()).orElse(0L))
        .description("How long ago the oldest erasure that still runs was asked for")
        .register(meters);
    this.worker =
        new Worker(
            "rapport-privacy-sweep",
            Worker.waitingFor(
                MOST,
                () ->
                    repeated(desk)
                        .then(desk.remind())
                        .then(pieces.forgetBefore(clock.instant().minus(kept)))
                        .then(requests.oldestRunning().singleOptional())
                        .doOnNext(found -> oldest = found)
                        .thenReturn(every)));
  }

  /** A backup is restored while nothing runs, so once is enough. */
  private Mono<Void> repeated(PrivacyDesk desk) {
    return hasRepeated
        ? Mono.empty()
        : desk.repeatForgotten().doOnSuccess(_ -> hasRepeated = true).then();
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
