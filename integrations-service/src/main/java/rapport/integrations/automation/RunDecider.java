package rapport.integrations.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent;
import rapport.contracts.AutomationEvent.Outcome;
import rapport.contracts.AutomationEvent.RunFinished;
import rapport.contracts.AutomationEvent.RunStarted;
import rapport.contracts.AutomationEvent.StepDone;
import rapport.contracts.AutomationEvent.StepFailed;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.automation.Run.State;
import rapport.integrations.automation.Run.Step;

/**
 * How a run goes on, step by step. A step that failed for now is tried again after 30 s, then after
 * twice as long each time, up to an hour; when its tries are used up, the run stops there.
 */
public final class RunDecider {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private RunDecider() {}

  /** The run as it is now, and what is to be told. */
  public record Decision(Run run, List<AutomationEvent> events) {
    public Decision {
      events = List.copyOf(events);
    }
  }

  /** A new run. */
  public static Decision begun(
      String id,
      Workflow workflow,
      int version,
      Subject subject,
      Instant at,
      Map<String, Object> facts) {
    var steps =
        workflow.actions().stream()
            .map(action -> new Step(action, State.WAITING, 0, null, null, null, null, null))
            .toList();
    var owner = facts.get("owner") instanceof String user ? user : null;
    var trigger = workflow.trigger().text();
    var run =
        new Run(
            id, workflow.name(), version, subject, trigger, at, facts, owner, steps, State.WAITING);
    return new Decision(run, List.of(new RunStarted(workflow.name(), version, subject, trigger)));
  }

  /** After a try of a step that was waiting. */
  public static Decision after(Run run, int at, StepOutcome outcome, Instant now) {
    var step = run.steps().get(at);
    var attempts = step.attempts() + 1;
    return switch (outcome) {
      case StepOutcome.Done(var result, var reference, var owner) ->
          done(
              run,
              at,
              new Step(step.action(), State.DONE, attempts, null, now, result, reference, null),
              owner);
      case StepOutcome.Later(var after, var error) when attempts <= step.action().retry() -> {
        var due = now.plus(longer(after, pause(attempts)));
        yield new Decision(
            with(
                run,
                at,
                new Step(step.action(), State.WAITING, attempts, due, null, null, null, error),
                run.owner(),
                State.WAITING),
            List.of());
      }
      case StepOutcome.Later(_, var error) -> failed(run, at, attempts, error, now);
      case StepOutcome.Refused(var error) -> failed(run, at, attempts, error, now);
    };
  }

  /** A failed run goes on at the step that failed; any other stays as it is. */
  public static Run retried(Run run) {
    for (var at = 0; at < run.steps().size(); at++) {
      var step = run.steps().get(at);
      if (step.state() == State.FAILED) {
        var again = new Step(step.action(), State.WAITING, 0, null, null, null, null, step.error());
        return with(run, at, again, run.owner(), State.WAITING);
      }
    }
    return run;
  }

  private static Decision done(Run run, int at, Step step, @Nullable String owner) {
    var last = at == run.steps().size() - 1;
    var after =
        with(run, at, step, owner == null ? run.owner() : owner, last ? State.DONE : State.WAITING);
    var events = new ArrayList<AutomationEvent>();
    events.add(
        new StepDone(at, step.action().name(), String.valueOf(step.result()), step.reference()));
    if (last) {
      events.add(new RunFinished(run.workflow(), Outcome.DONE));
    }
    return new Decision(after, events);
  }

  private static Decision failed(Run run, int at, int attempts, String error, Instant now) {
    var action = run.steps().get(at).action();
    var step = new Step(action, State.FAILED, attempts, null, now, null, null, error);
    return new Decision(
        with(run, at, step, run.owner(), State.FAILED),
        List.of(
            new StepFailed(at, action.name(), error),
            new RunFinished(run.workflow(), Outcome.FAILED)));
  }

  private static Run with(Run run, int at, Step step, @Nullable String owner, State state) {
    var steps = new ArrayList<>(run.steps());
    steps.set(at, step);
    return new Run(
        run.id(),
        run.workflow(),
        run.version(),
        run.subject(),
        run.trigger(),
        run.startedAt(),
        run.facts(),
        owner,
        steps,
        state);
  }

  private static Duration pause(int attempts) {
    var doublings = Math.min(attempts - 1, 20);
    var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
