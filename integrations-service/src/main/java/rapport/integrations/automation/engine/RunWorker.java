package rapport.integrations.automation.engine;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import rapport.integrations.automation.RunDecider;
import rapport.integrations.automation.action.Call;
import rapport.integrations.automation.action.Effects;
import rapport.integrations.automation.store.Observations;
import rapport.integrations.automation.store.Runs;
import rapport.integrations.automation.store.StoredRun;
import rapport.integrations.automation.store.Subjects;
import rapport.integrations.store.Cleaning;
import rapport.integrations.turn.Place;
import rapport.integrations.turn.Turns;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets runs go on, step by step, and looks at subjects whose time has come. Any number of instances
 * may do so: who claims a run has it until the step must be over, and what somebody else claimed
 * meanwhile is not written. A step that waits for another system keeps no other run from going on.
 */
@Component
public class RunWorker implements WorkerLifecycle {

  private static final Duration REST = Duration.ofSeconds(3);

  /** Whoever waits gives its place away without telling. */
  private static final Duration WHILE_WAITING = Duration.ofMillis(500);

  private static final Duration LONGEST_PASS = Duration.ofMinutes(15);
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final Duration END_PATIENCE = Duration.ofSeconds(5);
  private static final int AT_ONCE = 200;
  private static final int PLACES = 8;

  private final Subjects subjects;
  private final Runs runs;
  private final Intake intake;
  private final Effects effects;
  private final Clock clock;
  private final Turns turns = new Turns(PLACES, this::wake);
  private final Cleaning cleaning;
  private final Worker worker;

  RunWorker(
      Subjects subjects,
      Observations observations,
      Runs runs,
      Intake intake,
      Effects effects,
      Clock clock) {
    this.subjects = subjects;
    this.runs = runs;
    this.intake = intake;
    this.effects = effects;
    this.clock = clock;
    this.cleaning = new Cleaning(Observations.KEPT, clock, observations::dropBefore);
    this.worker = new Worker("rapport-automations", Worker.waitingFor(LONGEST_PASS, this::pass));
  }

  /** Says that there may be something to do. Never blocks. */
  public void wake() {
    worker.wake();
  }

  private Mono<Duration> pass() {
    return subjects
        .due(clock.instant(), AT_ONCE)
        .concatMap(due -> intake.lookAt(due.ref()))
        .thenMany(Flux.defer(() -> runs.due(clock.instant(), turns.free())))
        .doOnNext(due -> turns.begin(due.key(), place -> step(due, place)))
        .then(cleaning.once())
        .then(Mono.fromSupplier(() -> turns.names().isEmpty() ? REST : WHILE_WAITING));
  }

  private Mono<Void> step(StoredRun due, Place place) {
    var at = due.run().next();
    if (at < 0) {
      return Mono.empty();
    }
    var until = clock.instant().plus(due.run().steps().get(at).action().timeout()).plus(GRACE);
    return runs.claim(due, until).flatMap(claimed -> tried(claimed, at, place)).then();
  }

  private Mono<Boolean> tried(StoredRun claimed, int at, Place place) {
    var call = new Call(claimed.workspace(), claimed.run(), at, clock.instant());
    return place
        .waitingFor(effects.apply(call))
        .flatMap(outcome -> {
          var now = clock.instant();
          var decision = RunDecider.after(claimed.run(), at, outcome, now);
          return runs.replace(claimed, decision.run(), decision.events(), now);
        });
  }

  @Override
  public void stop() {
    worker.stop(END_PATIENCE);
    turns.stop(END_PATIENCE);
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
