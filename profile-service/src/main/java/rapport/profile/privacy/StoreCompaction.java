package rapport.profile.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Mono;

/**
 * Has the store give back the places of what was erased: until then the words stand in its files,
 * though nobody finds them there by a query.
 */
@Component
@ConditionalOnProperty(name = "rapport.privacy.compact", havingValue = "true")
class StoreCompaction implements WorkerLifecycle {

  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration MOST = Duration.ofMinutes(1);

  /** What was told by then is in the store. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  /** It takes the store that long or longer, so while others are being erased it waits as long. */
  private static final Duration APART = Duration.ofSeconds(20);

  /** An erasure that ended before this instance began may still be without it. */
  private static final Duration BEFORE_START = Duration.ofHours(1);

  private final PrivacyRequests requests;
  private final DocumentStore store;
  private final Clock clock;
  private final Worker worker =
      new Worker(
          "rapport-privacy-compaction", Worker.waitingFor(MOST, () -> look().thenReturn(EVERY)));
  private volatile Instant seen;

  StoreCompaction(PrivacyRequests requests, DocumentStore store, Clock clock) {
    this.requests = requests;
    this.store = store;
    this.clock = clock;
    this.seen = clock.instant().minus(BEFORE_START);
  }

  private Mono<Void> look() {
    var until = clock.instant().minus(SETTLED);
    return requests
        .haveErased(seen, until)
        .filter(erased -> erased)
        .flatMap(_ -> requests.oldestRunning().hasElement())
        .filter(goesOn -> !goesOn || Duration.between(seen, until).compareTo(APART) > 0)
        .flatMap(_ -> store.compact(PrivacyRequests.COLLECTION).thenReturn(until))
        .doOnNext(asked -> seen = asked)
        .then();
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
