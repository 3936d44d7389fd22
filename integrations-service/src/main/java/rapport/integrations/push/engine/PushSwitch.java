package rapport.integrations.push.engine;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.integrations.push.Kind;
import rapport.integrations.push.PushSettings;
import rapport.integrations.push.input.Sources;
import rapport.integrations.push.store.KnownThings;
import rapport.integrations.push.store.Pushes;
import rapport.integrations.task.store.Tasks;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Mono;

/** Sets what a connection pushes; what is known already is passed on to it, too. */
@Component
public final class PushSwitch {

  private final Pushes pushes;
  private final KnownThings things;
  private final Tasks tasks;
  private final Clock clock;

  public PushSwitch(Pushes pushes, KnownThings things, Tasks tasks, Clock clock) {
    this.pushes = pushes;
    this.things = things;
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Sets it.
   *
   * @param rev what it was decided on; 0 before the first
   * @return false when it has another revision meanwhile
   */
  public Mono<Boolean> set(StreamRef connection, PushSettings settings, long rev) {
    return pushes
        .put(connection, settings, rev, clock.instant())
        .flatMap(set ->
            set ? owed(connection.workspace(), settings).thenReturn(true) : Mono.just(false));
  }

  private Mono<Void> owed(String workspace, PushSettings settings) {
    List<String> sources =
        Arrays.stream(Kind.values())
            .filter(settings::isOn)
            .flatMap(kind -> Sources.of(kind).stream())
            .toList();
    var all = sources.isEmpty() ? Mono.<Void>empty() : things.oweAll(workspace, sources);
    return settings.isOn(Kind.TASK) ? all.then(tasks.oweAll(workspace)) : all;
  }
}
