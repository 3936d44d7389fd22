package rapport.runtime.privacy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rapport.runtime.privacy.PrivacyTask.Kind;
import rapport.runtime.privacy.SeenRequests.Due;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does what requests ask of this service, until the owner knows. Any step may be repeated, by
 * several instances too.
 */
final class PrivacyWorker implements WorkerLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PrivacyWorker.class);
  private static final Duration MOST = Duration.ofMinutes(10);
  private static final Duration REST = Duration.ofSeconds(1);

  private final SeenRequests requests;
  private final PrivacyOwner owner;
  private final Erasing erasing;
  private final Exporting exporting;
  private final Worker worker;

  PrivacyWorker(SeenRequests requests, PrivacyOwner owner, Erasing erasing, Exporting exporting) {
    this.requests = requests;
    this.owner = owner;
    this.erasing = erasing;
    this.exporting = exporting;
    this.worker = new Worker("rapport-privacy", Worker.waitingFor(MOST, this::step));
  }

  private Mono<Duration> step() {
    return requests
        .due()
        .collectMultimap(due -> due.request().workspace())
        .flatMapIterable(Map::entrySet)
        .concatMapDelayError(due -> work(due.getKey(), List.copyOf(due.getValue())))
        .then(Mono.just(REST));
  }

  /** All people who wait are erased together; archives are handed in one after another. */
  private Mono<Void> work(String workspace, List<Due> due) {
    return owner
        .tasks(workspace, due.stream().map(each -> each.request().stream()).toList())
        .collectMultimap(PrivacyTask::kind)
        .flatMap(tasks -> {
          var erasures = List.copyOf(tasks.getOrDefault(Kind.ERASURE, List.of()));
          var archives = List.copyOf(tasks.getOrDefault(Kind.ARCHIVE, List.of()));
          var asked = Stream.concat(erasures.stream(), archives.stream());
          var todo = asked.map(PrivacyTask::request).collect(Collectors.toSet());
          var others = due.stream().filter(each -> !todo.contains(each.request().stream()));
          return Flux.concatDelayError(
                  requests.settle(others.toList()),
                  erase(workspace, erasures, due),
                  Flux.fromIterable(archives)
                      .concatMapDelayError(archive ->
                          exporting
                              .handIn(workspace, archive.request(), archive.subject())
                              .then(settled(List.of(archive), due))))
              .then();
        });
  }

  /** One that cannot be erased now does not keep the others from it. */
  private Mono<Void> erase(String workspace, List<PrivacyTask> tasks, List<Due> due) {
    var together =
        tasks.isEmpty()
            ? Mono.<Void>empty()
            : erasing.erase(workspace, tasks).then(settled(tasks, due));
    return tasks.size() < 2
        ? together
        : together.onErrorResume(e -> {
          LOG.warn("{} erasures go one by one: {}", tasks.size(), e.toString());
          return Flux.fromIterable(tasks)
              .concatMapDelayError(task -> erase(workspace, List.of(task), due))
              .then();
        });
  }

  private Mono<Void> settled(List<PrivacyTask> tasks, List<Due> due) {
    var done = tasks.stream().map(PrivacyTask::request).collect(Collectors.toSet());
    return Mono.defer(() ->
            requests.settle(
                due.stream().filter(each -> done.contains(each.request().stream())).toList()))
        .doOnSuccess(_ -> LOG.info("did what {} requests asked for: {}", done.size(), done));
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
