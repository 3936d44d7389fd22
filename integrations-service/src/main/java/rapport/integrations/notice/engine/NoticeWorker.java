package rapport.integrations.notice.engine;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import rapport.integrations.notice.store.Waiting;
import rapport.integrations.store.Cleaning;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Mono;

/** Sees to it that what rules wait to tell is told when it is due. */
@Component
public final class NoticeWorker implements WorkerLifecycle {

  private static final Duration REST = Duration.ofSeconds(15);
  private static final Duration LONGEST_PASS = Duration.ofMinutes(10);
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration KEPT = Duration.ofDays(30);

  private final Telling telling;
  private final Cleaning cleaning;
  private final Worker worker;

  NoticeWorker(Telling telling, Waiting waiting, Clock clock) {
    this.telling = telling;
    this.cleaning = new Cleaning(KEPT, clock, waiting::dropBefore);
    this.worker = new Worker("integrations-notices", Worker.waitingFor(LONGEST_PASS, this::pass));
  }

  private Mono<Duration> pass() {
    return telling
        .pass()
        .flatMap(told -> cleaning.once().thenReturn(told > 0 ? Duration.ZERO : REST));
  }

  /** Says that there may be something to tell. Never blocks. */
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
