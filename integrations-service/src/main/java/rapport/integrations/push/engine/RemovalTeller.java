package rapport.integrations.push.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rapport.integrations.push.Removal;
import rapport.integrations.push.store.Removals;
import rapport.runtime.privacy.PrivacyOwner;
import rapport.runtime.privacy.PrivacyReport;
import rapport.runtime.privacy.PrivacyReport.Count;
import rapport.runtime.privacy.Subject;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells erasures what became of records over there, so that their receipts can say it. */
@Component
public final class RemovalTeller implements WorkerLifecycle {

  private static final int AT_ONCE = 500;
  private static final Duration MOST = Duration.ofMinutes(1);
  private static final Duration REST = Duration.ofSeconds(1);

  private final Removals removals;
  private final PrivacyOwner owner;
  private final String self;
  private final Worker worker;

  RemovalTeller(
      Removals removals, PrivacyOwner owner, @Value("${spring.application.name}") String self) {
    this.removals = removals;
    this.owner = owner;
    this.self = self;
    this.worker = new Worker("integrations-removals", Worker.waitingFor(MOST, this::once));
  }

  /** Tells what has not been told; how long there is time until the next look. */
  Mono<Duration> once() {
    return removals
        .untold(AT_ONCE)
        .collectList()
        .flatMap(untold ->
            Flux.fromIterable(byWorkspace(untold).entrySet())
                .concatMap(each -> told(each.getKey(), each.getValue()))
                .then(Mono.just(untold.size() == AT_ONCE ? Duration.ZERO : REST)));
  }

  private static Map<String, List<Removal>> byWorkspace(List<Removal> untold) {
    return untold.stream().collect(Collectors.groupingBy(each -> each.workspace()));
  }

  private Mono<Void> told(String workspace, List<Removal> untold) {
    var requests = untold.stream().map(Removal::request).distinct().toList();
    return removals
        .counts(workspace, requests)
        .flatMap(counts ->
            owner.report(
                workspace,
                self,
                counts.entrySet().stream()
                    .map(each -> report(each.getKey(), each.getValue()))
                    .toList()))
        .then(Mono.defer(() -> removals.told(untold)));
  }

  /** Of no round: it says how many there are, and nothing of whether the rest is done. */
  private static PrivacyReport report(String request, List<Count> counts) {
    return new PrivacyReport(request, 0, false, counts, Subject.NOBODY);
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
