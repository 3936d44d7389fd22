package rapport.runtime.observe;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import rapport.runtime.store.DocumentStore;
import reactor.core.publisher.Mono;

/** Whether anything can be accepted durably: part of readiness. */
final class StoreHealth implements ReactiveHealthIndicator {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final DocumentStore store;

  StoreHealth(DocumentStore store) {
    this.store = store;
  }

  @Override
  public Mono<Health> health() {
    return store
        .ready()
        .timeout(PATIENCE)
        .thenReturn(Health.up().build())
        .onErrorResume(failure ->
            Mono.just(
                Health.down().withDetail("reason", failure.getClass().getSimpleName()).build()));
  }
}
