package rapport.gateway.widget;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import rapport.runtime.store.StoreUnavailableException;
import reactor.core.publisher.Mono;

/** The index and the demo's key, as soon as the store is there; the gateway is not ready before. */
@Component("widgets")
class WidgetPreparation implements HealthIndicator {
  private final DemoKey demoKey;
  private volatile boolean prepared;

  WidgetPreparation(DemoKey demoKey) {
    this.demoKey = demoKey;
  }

  @Override
  public Health health() {
    return (prepared ? Health.up() : Health.outOfService()).build();
  }

  /** Tries every second until it has once succeeded. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
  Mono<Void> prepare() {
    return Mono.defer(() ->
        prepared
            ? Mono.empty()
            : demoKey
                .ensure()
                .doOnSuccess(_ -> prepared = true)
                .onErrorComplete(StoreUnavailableException.class));
  }
}
