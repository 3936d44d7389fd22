package rapport.integrations.automation.engine;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.integrations.automation.Observation;
import rapport.integrations.automation.Plan;
import rapport.integrations.automation.SubjectDecider;
import rapport.integrations.automation.SubjectState;
import rapport.integrations.automation.store.Observations;
import rapport.integrations.automation.store.Runs;
import rapport.integrations.automation.store.Subjects;
import rapport.integrations.automation.store.Subjects.Ref;
import rapport.integrations.automation.store.Subjects.Stored;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes what was observed, and the passing of time. What is decided lies in the subject's document
 * together with what it was decided on; runs are begun from there, so that a crash at any point
 * neither loses nor doubles one.
 */
@Component
public class Intake {

  private static final int MOST_TRIES = 100;

  private final Subjects subjects;
  private final Observations observations;
  private final Runs runs;
  private final Plans plans;
  private final Clock clock;

  public Intake(Subjects subjects, Observations observations, Runs runs, Plans plans, Clock clock) {
    this.subjects = subjects;
    this.observations = observations;
    this.runs = runs;
    this.plans = plans;
    this.clock = clock;
  }

  /**
   * Takes an observation. Doing it again is harmless.
   *
   * @return how many runs began
   */
  public Mono<Integer> take(String workspace, Observation observation) {
    var ref = new Ref(workspace, observation.subject());
    return observations
        .add(workspace, observation)
        .then(plans.of(workspace))
        .flatMap(on ->
            decided(ref, on, state -> SubjectDecider.observe(workspace, state, on, observation)));
  }

  /**
   * Looks at a subject whose time has come, or whose runs were decided and not begun.
   *
   * @return how many runs began
   */
  public Mono<Integer> lookAt(Ref ref) {
    var now = clock.instant();
    return plans
        .of(ref.workspace())
        .flatMap(on ->
            decided(
                ref,
                on,
                state ->
                    SubjectDecider.timePassed(ref.workspace(), state, on, ref.subject(), now)));
  }

  @FunctionalInterface
  private interface Step {
    SubjectState after(SubjectState state);
  }

  private Mono<Integer> decided(Ref ref, List<Plan> on, Step step) {
    return subjects
        .find(ref)
        .flatMap(before -> {
          var after = step.after(before.state());
          var timer = SubjectDecider.due(after, on);
          return subjects
              .replace(before, after, timer)
              .filter(replaced -> replaced)
              .map(_ -> new Stored(ref, after, before.rev() + 1));
        })
        .repeatWhenEmpty(MOST_TRIES, tries -> tries)
        .flatMap(stored -> begun(stored, on));
  }

  /** Begins the runs, and then says so; when that fails, it is done again, to no effect. */
  private Mono<Integer> begun(Stored stored, List<Plan> on) {
    var starts = stored.state().starts();
    if (starts.isEmpty()) {
      return Mono.just(0);
    }
    var after = stored.state().begun();
    return Flux.fromIterable(starts)
        .concatMap(run -> runs.begin(stored.ref().workspace(), run, clock.instant()))
        .then(subjects.replace(stored, after, SubjectDecider.due(after, on)))
        .thenReturn(starts.size());
  }
}
