package rapport.runtime.store;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** Work that has to be done before something is first used, such as making indexes. */
public final class Once {

  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private Once() {}

  /** The same work, done for the first who waits for it; by the next one again if it failed. */
  public static <T> Mono<T> of(Mono<T> work) {
    return work.cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> FOR_EVER);
  }
}
