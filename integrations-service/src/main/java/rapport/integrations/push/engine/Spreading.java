package rapport.integrations.push.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import rapport.integrations.push.Kind;
import rapport.integrations.push.input.Sources;
import rapport.integrations.push.store.Jobs;
import rapport.integrations.push.store.Jobs.Woken;
import rapport.integrations.push.store.KnownThings;
import rapport.integrations.push.store.Pushes;
import rapport.integrations.task.store.Tasks;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Passes on what has changed to every connection that is to have it. First its job is there, then
 * the change counts as passed on: whoever dies in between does it again, and it is pushed as it is
 * at last.
 */
@Component
public final class Spreading {

  private static final int AT_ONCE = 500;

  /** What changes within it is pushed together. */
  private static final Duration GATHERING = Duration.ofSeconds(2);

  private final KnownThings things;
  private final Tasks tasks;
  private final Pushes pushes;
  private final Jobs jobs;
  private final Clock clock;

  public Spreading(KnownThings things, Tasks tasks, Pushes pushes, Jobs jobs, Clock clock) {
    this.things = things;
    this.tasks = tasks;
    this.pushes = pushes;
    this.jobs = jobs;
    this.clock = clock;
  }

  private record Changed(String workspace, Kind kind, String id) {}

  /** Passes on some of it; true when there may be more. */
  public Mono<Boolean> once() {
    return Flux.concat(ofThings(), ofTasks()).reduce(0, Math::max).map(most -> most == AT_ONCE);
  }

  private Mono<Integer> ofThings() {
    return things
        .owed(AT_ONCE)
        .collectList()
        .flatMap(owed ->
            spread(
                    owed,
                    each -> new Changed(each.workspace(), Sources.kind(each.source()), each.id()))
                .then(things.passedOn(owed))
                .thenReturn(owed.size()));
  }

  private Mono<Integer> ofTasks() {
    return tasks
        .owed(AT_ONCE)
        .collectList()
        .flatMap(owed ->
            spread(owed, each -> new Changed(each.workspace(), Kind.TASK, each.id()))
                .then(tasks.passedOn(owed))
                .thenReturn(owed.size()));
  }

  private <T> Mono<Void> spread(List<T> owed, Function<T, Changed> changed) {
    var byWorkspace =
        owed.stream().map(changed).distinct().collect(Collectors.groupingBy(Changed::workspace));
    return Flux.fromIterable(byWorkspace.entrySet())
        .concatMap(workspace -> inWorkspace(workspace.getKey(), workspace.getValue()))
        .then();
  }

  private Mono<Void> inWorkspace(String workspace, List<Changed> changed) {
    var due = clock.instant().plus(GATHERING);
    return pushes
        .on(workspace)
        .concatMap(push -> {
          var woken = woken(push, changed);
          return woken.isEmpty()
              ? Mono.<Void>empty()
              : jobs.wake(woken, due).then(pushes.wake(push.connection(), due));
        })
        .then();
  }

  private static List<Woken> woken(Pushes.Stored push, List<Changed> changed) {
    return changed.stream()
        .filter(each -> push.settings().isOn(each.kind()))
        .map(each -> new Woken(push.connection(), each.kind(), each.id()))
        .toList();
  }
}
