package rapport.integrations;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import rapport.runtime.privacy.PrivacyOwner;
import rapport.runtime.privacy.PrivacyReport;
import rapport.runtime.privacy.PrivacyTask;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What profile-service would answer, and what it was told. */
final class ErasureDesk implements PrivacyOwner {

  private final Map<String, PrivacyTask> tasks = new ConcurrentHashMap<>();
  private final Map<String, List<PrivacyReport>> reports = new ConcurrentHashMap<>();

  void ask(PrivacyTask task) {
    tasks.put(task.request(), task);
  }

  boolean isDone(String request) {
    return reports.getOrDefault(request, List.of()).stream().anyMatch(PrivacyReport::done);
  }

  Map<String, Long> counts(String request) {
    var counts = new TreeMap<String, Long>();
    for (var report : reports.getOrDefault(request, List.of())) {
      report.stores().forEach(count -> counts.merge(count.store(), count.documents(), Math::max));
    }
    return counts;
  }

  @Override
  public Flux<PrivacyTask> tasks(String workspace, List<String> requests) {
    return Flux.fromIterable(requests).mapNotNull(tasks::get);
  }

  @Override
  public Mono<Void> report(String workspace, String service, List<PrivacyReport> told) {
    return Mono.fromRunnable(() ->
        told.forEach(report ->
            reports.merge(
                report.request(),
                List.of(report),
                (before, more) -> Stream.of(before, more).flatMap(List::stream).toList())));
  }

  @Override
  public Mono<Void> handIn(
      String workspace, String request, String service, int number, String piece) {
    return Mono.error(new UnsupportedOperationException());
  }

  @Override
  public Mono<Void> handedIn(String workspace, String request, String service, int pieces) {
    return Mono.error(new UnsupportedOperationException());
  }
}
