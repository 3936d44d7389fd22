package rapport.gateway.status;

import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.gateway.route.Upstream;
import rapport.runtime.identity.AllowAnyone;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The state of Rapport, for everybody: no addresses, no secrets. */
@RestController
final class StatusController {
  private static final Duration KEPT = Duration.ofSeconds(1);

  private final Mono<Status> status;

  StatusController(Probe probe) {
    this.status =
        Flux.fromArray(Upstream.values())
            .flatMapSequential(probe::state, Upstream.values().length)
            .collectList()
            .map(services -> new Status(ServiceState.State.of(services), probe.version(), services))
            .cache(KEPT);
  }

  /**
   * The state of all services.
   *
   * @param status {@code up}, {@code degraded} or {@code down}
   * @param version of the gateway
   * @param services in a fixed order
   */
  record Status(ServiceState.State status, String version, List<ServiceState> services) {}

  /** Always 200; asked of the services at most once a second. */
  @AllowAnyone
  @GetMapping("/api/v1/status")
  Mono<Status> status() {
    return status;
  }
}
