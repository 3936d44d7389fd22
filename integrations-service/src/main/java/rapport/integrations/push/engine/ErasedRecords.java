package rapport.integrations.push.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import rapport.integrations.push.PushSettings;
import rapport.integrations.push.Removal;
import rapport.integrations.push.store.Jobs;
import rapport.integrations.push.store.Jobs.Written;
import rapport.integrations.push.store.Pushes;
import rapport.integrations.push.store.Removals;
import rapport.integrations.store.Connections;
import rapport.runtime.privacy.Elsewhere;
import rapport.runtime.privacy.PrivacyReport.Count;
import rapport.runtime.privacy.PrivacyTask;
import rapport.runtime.privacy.Subject;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notes which records over there are of those who are being erased. Their jobs are closed first, so
 * that nobody writes a record after it was looked which ones there are.
 */
@Component
final class ErasedRecords implements Elsewhere {

  private final Jobs jobs;
  private final Pushes pushes;
  private final Connections connections;
  private final Removals removals;
  private final Clock clock;

  ErasedRecords(Jobs jobs, Pushes pushes, Connections connections, Removals removals, Clock clock) {
    this.jobs = jobs;
    this.pushes = pushes;
    this.connections = connections;
    this.removals = removals;
    this.clock = clock;
  }

  /** How a connection deletes. */
  private record Way(String system, PushSettings settings) {}

  @Override
  public Mono<List<List<Count>>> note(
      String workspace, List<PrivacyTask> tasks, List<Subject> people) {
    var requests = tasks.stream().map(PrivacyTask::request).toList();
    var ids = Subject.together(people).streams();
    return jobs.close(workspace, ids)
        .thenMany(Flux.defer(() -> jobs.written(workspace, ids)))
        .collectList()
        .flatMap(written -> noted(requests, people, written))
        .then(Mono.defer(() -> removals.counts(workspace, requests)))
        .map(counts ->
            requests.stream().map(request -> counts.getOrDefault(request, List.of())).toList());
  }

  private Mono<Void> noted(List<String> requests, List<Subject> people, List<Written> written) {
    return Flux.fromIterable(written)
        .map(Written::connection)
        .distinct()
        .concatMap(connection -> way(connection).map(way -> Map.entry(connection, way)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue)
        .flatMap(ways -> {
          var found = found(requests, people, written, ways);
          return removals
              .note(found)
              .thenMany(Flux.fromIterable(ways.keySet()))
              .concatMap(connection ->
                  pushes.ensure(connection).then(pushes.wake(connection, clock.instant())))
              .then();
        });
  }

  private Mono<Way> way(StreamRef connection) {
    return connections
        .find(connection.workspace(), connection.stream())
        .flatMap(found ->
            pushes
                .find(connection)
                .map(Pushes.Stored::settings)
                .defaultIfEmpty(PushSettings.NONE)
                .map(settings -> new Way(found.connector(), settings)));
  }

  private static List<Removal> found(
      List<String> requests,
      List<Subject> people,
      List<Written> written,
      Map<StreamRef, Way> ways) {
    var found = new ArrayList<Removal>();
    for (int n = 0; n < requests.size(); n++) {
      Set<String> theirs = new HashSet<>(people.get(n).streams());
      for (var each : written) {
        var way = ways.get(each.connection());
        if (way != null && theirs.contains(each.job().id())) {
          found.add(removal(requests.get(n), each, way));
        }
      }
    }
    return found;
  }

  private static Removal removal(String request, Written written, Way way) {
    var job = written.job();
    return new Removal(
        request,
        written.connection().workspace(),
        written.connection().stream(),
        way.system(),
        job.kind(),
        job.id(),
        Removal.first(job.origin(), way.settings()),
        0,
        null);
  }
}
