package rapport.integrations.backlog;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The gauge {@code rapport.sync.jobs} by kind and state: counted now and then, not when asked. */
@Component
final class BacklogMeters implements WorkerLifecycle {

  private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(15);
  private static final Duration STORE_PATIENCE = Duration.ofSeconds(10);

  private final List<Backlog> backlogs;
  private final Clock clock;
  private final MultiGauge gauge;
  private final Worker worker =
      new Worker("integrations-backlog", Worker.waitingFor(STORE_PATIENCE, this::count));

  BacklogMeters(List<Backlog> backlogs, MeterRegistry meters, Clock clock) {
    this.backlogs = backlogs;
    this.clock = clock;
    this.gauge =
        MultiGauge.builder("rapport.sync.jobs")
            .description("Jobs to read from and send to other systems")
            .register(meters);
  }

  Mono<Duration> count() {
    return Flux.fromIterable(backlogs)
        .concatMap(backlog ->
            backlog.count(clock.instant()).flatMapIterable(counts -> rows(backlog.kind(), counts)))
        .collectList()
        .doOnNext(rows -> gauge.register(rows, true))
        .thenReturn(BETWEEN_COUNTS);
  }

  private static List<Row<?>> rows(String kind, Map<String, Long> counts) {
    return counts.entrySet().stream()
        .<Row<?>>map(
            count -> Row.of(Tags.of("kind", kind, "state", count.getKey()), count.getValue()))
        .toList();
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
