package rapport.profile.identity;

import java.time.Duration;
import org.springframework.stereotype.Component;
import rapport.profile.store.OpinionViews;
import rapport.profile.store.TalkViews;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Mono;

/** Looks again and again for what a crash left half done, and finishes it. */
@Component
final class Upkeep implements WorkerLifecycle {

  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final Duration MOST = Duration.ofMinutes(1);
  private static final int AT_ONCE = 200;

  private final Worker worker;

  Upkeep(TalkViews talks, OpinionViews opinions, Merging merging) {
    this.worker =
        new Worker(
            "rapport-people",
            Worker.waitingFor(
                MOST,
                () ->
                    talks
                        .gatherStale(AT_ONCE)
                        .then(opinions.gatherStale(AT_ONCE))
                        .then(merging.finish(AT_ONCE))
                        .then(Mono.just(EVERY))));
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
