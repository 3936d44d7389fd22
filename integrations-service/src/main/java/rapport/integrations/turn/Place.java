package rapport.integrations.turn;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** A turn's place among those that run side by side, and whether it is needed just now. */
public final class Place {

  private static final long WORKS = Long.MIN_VALUE;

  private volatile long waitsSince = WORKS;

  /** The answer of another system; what is not there soon is waited for without the place. */
  public <T> Mono<T> waitingFor(Mono<T> answer) {
    return answer
        .doOnSubscribe(_ -> waitsSince = System.nanoTime())
        .doOnTerminate(() -> waitsSince = WORKS);
  }

  boolean isTaken(Duration moment) {
    var since = waitsSince;
    return since == WORKS || System.nanoTime() - since < moment.toNanos();
  }
}
