package rapport.runtime.privacy;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import rapport.runtime.privacy.SeenRequests.Due;
import rapport.runtime.worker.Worker;
import reactor.core.publisher.Mono;

/**
 * Does what requests ask of this service, until the owner knows. Any step may be repeated, by
 * several instances too.
 */
final class PrivacyWorker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PrivacyWorker.class);
  private static final Duration MOST = Duration.ofMinutes(10);
  private static final Duration REST = Duration.ofSeconds(1);

  private final SeenRequests requests;
  private final PrivacyOwner owner;
  private final Erasing erasing;
  private final Exporting exporting;
  private final Worker worker;

  PrivacyWorker(SeenRequests requests, PrivacyOwner owner, Erasing erasing, Exporting exporting) {
    this.requests = requests;
    this.owner = owner;
    this.erasing = erasing;
    this.exporting = exporting;
    this.worker = new Worker("rapport-privacy", Worker.waitingFor(MOST, this::step));
  }

  /** One that cannot be done now does not keep the others from it. */
  private Mono<Duration> step() {
    return requests.due().concatMapDelayError(this::work).then(Mono.just(REST));
  }

  private Mono<Void> work(Due due) {
    var workspace = due.request().workspace();
    var request = due.request().stream();
    return owner
        .task(workspace, request)
        .flatMap(task ->
            switch (task.kind()) {
              case ERASURE -> erasing.erase(workspace, request, task);
              case ARCHIVE -> exporting.handIn(workspace, request, task.subject());
            })
        .then(Mono.defer(() -> requests.settle(due)))
        .doOnSuccess(_ -> LOG.info("did what request {} asked for", request));
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
