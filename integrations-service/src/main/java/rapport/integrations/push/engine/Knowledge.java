package rapport.integrations.push.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import rapport.integrations.push.Kind;
import rapport.integrations.push.Known;
import rapport.integrations.push.input.Sources;
import rapport.integrations.push.store.KnownThings;
import rapport.integrations.task.Task;
import rapport.integrations.task.store.Tasks;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is known of records by now, from all that know something of them. */
@Component
final class Knowledge {

  private final KnownThings things;
  private final Tasks tasks;
  private final CrmConsents consents;

  Knowledge(KnownThings things, Tasks tasks, CrmConsents consents) {
    this.things = things;
    this.tasks = tasks;
    this.consents = consents;
  }

  /** By their ids; those nobody knows are absent. */
  Mono<Map<String, Known>> of(String workspace, Kind kind, Collection<String> ids) {
    if (kind == Kind.TASK) {
      return tasks.find(workspace, ids).collectMap(Task::id, TaskKnown::of);
    }
    return Flux.fromIterable(Sources.of(kind))
        .concatMap(source -> things.of(workspace, source, ids))
        .reduce(Knowledge::joined)
        .flatMap(known -> consents.heeded(workspace, known));
  }

  /** What the first one does not know is none of ours. */
  private static Map<String, Known> joined(Map<String, Known> first, Map<String, Known> more) {
    var all = new HashMap<>(first);
    more.forEach((id, known) -> all.computeIfPresent(id, (_, before) -> before.and(known)));
    return all;
  }
}
