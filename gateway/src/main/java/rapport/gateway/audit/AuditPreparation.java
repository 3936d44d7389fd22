package rapport.gateway.audit;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import rapport.runtime.store.StoreUnavailableException;
import reactor.core.publisher.Mono;

/** The index of the audit trail, as soon as the store is there. */
@Component
class AuditPreparation {
  private final AuditTrail trail;
  private volatile boolean prepared;

  AuditPreparation(AuditTrail trail) {
    this.trail = trail;
  }

  /** Tries every second until it has once succeeded. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
  Mono<Void> prepare() {
    return Mono.defer(() -> prepared ? Mono.empty() : trail.prepare())
        .doOnSuccess(_ -> prepared = true)
        .onErrorComplete(StoreUnavailableException.class);
  }
}
