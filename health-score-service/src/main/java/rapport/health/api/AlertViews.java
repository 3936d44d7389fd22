package rapport.health.api;

import java.time.Clock;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import rapport.health.alert.Alert;
import rapport.health.store.Healths;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Mono;

/** Shows alerts with the names of their accounts. */
@Component
final class AlertViews {

  private final Healths healths;
  private final Clock clock;

  AlertViews(Healths healths, Clock clock) {
    this.healths = healths;
    this.clock = clock;
  }

  /** How each of these alerts is shown, as things are now. */
  Mono<Function<Alert, AlertView>> of(String workspace, Collection<Alert> alerts) {
    var accounts =
        alerts.stream().map(it -> new StreamRef(workspace, it.account())).distinct().toList();
    return healths
        .findAll(accounts)
        .map(known ->
            alert -> {
              var stored = known.get(new StreamRef(workspace, alert.account()));
              var name = stored == null ? alert.account() : stored.account().name();
              return AlertView.of(alert, name, clock.instant());
            });
  }
}
