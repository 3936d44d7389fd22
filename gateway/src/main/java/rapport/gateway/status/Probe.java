package rapport.gateway.status;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import rapport.gateway.route.RouteSettings;
import rapport.gateway.route.Upstream;
import rapport.gateway.status.ServiceState.State;
import reactor.core.publisher.Mono;

/** Asks services how they are, by their actuators. */
@Component
class Probe {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration VERSION_KEPT = Duration.ofMinutes(1);
  private static final Duration NO_VERSION_KEPT = Duration.ofSeconds(5);

  private final WebClient client;
  private final RouteSettings settings;
  private final String version;
  private final Map<Upstream, Mono<Optional<String>>> versions;

  Probe(WebClient ownServices, RouteSettings settings, ObjectProvider<BuildProperties> build) {
    BuildProperties built = build.getIfAvailable();
    this.version = built == null || built.getVersion() == null ? "unknown" : built.getVersion();
    this.client = ownServices;
    this.settings = settings;
    this.versions =
        Arrays.stream(Upstream.values())
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    this::keptVersion,
                    (one, _) -> one,
                    () -> new EnumMap<>(Upstream.class)));
  }

  /** The health endpoint's answer, as far as it matters here. */
  record Health(@Nullable String status) {}

  /** The info endpoint's answer, as far as it matters here. */
  record About(@Nullable Build build) {
    record Build(@Nullable String version) {}
  }

  /** Never fails: a service that does not answer is down. */
  Mono<ServiceState> state(Upstream upstream) {
    return readiness(upstream)
        .zipWith(versions.getOrDefault(upstream, Mono.just(Optional.empty())))
        .elapsed()
        .map(timed ->
            new ServiceState(
                upstream.id(),
                timed.getT2().getT1(),
                timed.getT2().getT2().orElse(null),
                timed.getT1()));
  }

  /** The gateway's own version. */
  String version() {
    return version;
  }

  private Mono<State> readiness(Upstream upstream) {
    return client
        .get()
        .uri(address(upstream, "/actuator/health/readiness"))
        .exchangeToMono(response ->
            response
                .bodyToMono(Health.class)
                .map(health -> State.of(response.statusCode().value(), health.status()))
                .defaultIfEmpty(State.DOWN))
        .timeout(PATIENCE)
        .onErrorReturn(State.DOWN);
  }

  private Mono<Optional<String>> keptVersion(Upstream upstream) {
    return client
        .get()
        .uri(address(upstream, "/actuator/info"))
        .retrieve()
        .bodyToMono(About.class)
        .timeout(PATIENCE)
        .map(about -> Optional.ofNullable(about.build()).map(About.Build::version))
        .onErrorReturn(Optional.empty())
        .defaultIfEmpty(Optional.empty())
        .cache(
            version -> version.isPresent() ? VERSION_KEPT : NO_VERSION_KEPT,
            _ -> Duration.ZERO,
            () -> Duration.ZERO);
  }

  private URI address(Upstream upstream, String path) {
    return settings.address(upstream).resolve(path);
  }
}
