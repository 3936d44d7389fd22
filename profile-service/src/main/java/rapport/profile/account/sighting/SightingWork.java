package rapport.profile.account.sighting;

import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;
import rapport.profile.account.store.AccountJson;
import rapport.profile.account.store.Sightings;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Mono;

/** Brings into accounts what other systems told, one record after the other. */
@Component
final class SightingWork implements WorkerLifecycle {

  private static final int AT_ONCE = 100;
  private static final Duration REST = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration END = Duration.ofSeconds(5);

  private final Sightings sightings;
  private final AccountJson json;
  private final Placing placing;
  private final Worker worker =
      new Worker("profile-sightings", Worker.waitingFor(PATIENCE, this::step));

  SightingWork(Sightings sightings, AccountJson json, Placing placing) {
    this.sightings = sightings;
    this.json = json;
    this.placing = placing;
  }

  private Mono<Duration> step() {
    return sightings
        .due(AT_ONCE, json)
        .concatMap(due ->
            placing
                .place(due.stream(), Objects.requireNonNull(due.sighting().event()))
                .flatMap(placed -> sightings.settle(due, placed))
                .thenReturn(due))
        .count()
        .map(count -> count < AT_ONCE ? REST : Duration.ZERO);
  }

  @Override
  public void stop() {
    worker.stop(END);
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
