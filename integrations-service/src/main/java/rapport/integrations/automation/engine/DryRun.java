package rapport.integrations.automation.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.automation.Observation;
import rapport.integrations.automation.Plan;
import rapport.integrations.automation.Run;
import rapport.integrations.automation.SubjectDecider;
import rapport.integrations.automation.SubjectState;
import rapport.integrations.automation.Workflow;
import rapport.integrations.automation.store.Observations;
import reactor.core.publisher.Mono;

/**
 * Tries an automation on what was observed: tells which runs it would have begun, and does none.
 */
@Component
public class DryRun {

  private static final int MOST_OBSERVATIONS = 50_000;

  private final Observations observations;
  private final Clock clock;

  DryRun(Observations observations, Clock clock) {
    this.observations = observations;
    this.clock = clock;
  }

  /**
   * What would have happened.
   *
   * @param observed how many observations it was tried on
   * @param complete whether those were all there are
   * @param runs those that would have begun, in the order of time
   */
  public record Result(int observed, boolean complete, List<Run> runs) {}

  /**
   * @param days how far to look back
   */
  public Mono<Result> of(String workspace, Workflow workflow, int days) {
    var now = clock.instant();
    return observations
        .since(workspace, workflow.subject(), now.minus(Duration.ofDays(days)), MOST_OBSERVATIONS)
        .collectList()
        .map(seen -> result(workspace, workflow, seen, now));
  }

  private static Result result(
      String workspace, Workflow workflow, List<Observation> seen, Instant now) {
    var plans = List.of(new Plan(workflow, 1, 1));
    Map<Subject, SubjectState> states = new HashMap<>();
    for (var observation : seen) {
      states.put(
          observation.subject(),
          SubjectDecider.observe(
              workspace,
              states.getOrDefault(observation.subject(), SubjectState.NEW),
              plans,
              observation));
    }
    var runs = new ArrayList<Run>();
    states.forEach((subject, state) ->
        runs.addAll(SubjectDecider.timePassed(workspace, state, plans, subject, now).starts()));
    runs.sort(Comparator.comparing(Run::startedAt).thenComparing(Run::id));
    return new Result(seen.size(), seen.size() < MOST_OBSERVATIONS, runs);
  }
}
