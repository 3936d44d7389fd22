package rapport.integrations.automation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.automation.WatchDecider.Decision;

/** What observations and time do to a subject, under all automations that are on. */
public final class SubjectDecider {

  private SubjectDecider() {}

  /**
   * Takes an observation. One that was taken before, or comes after a later one of its source,
   * changes nothing.
   */
  public static SubjectState observe(
      String workspace, SubjectState state, List<Plan> plans, Observation observation) {
    if (observation.rev() <= state.seen().getOrDefault(observation.source(), 0L)) {
      return state;
    }
    var facts = facts(state.facts(), observation.facts());
    var seen = new HashMap<>(state.seen());
    seen.put(observation.source(), observation.rev());
    var watches = new HashMap<>(state.watches());
    var starts = new ArrayList<>(state.starts());
    for (var plan : plans) {
      var name = plan.workflow().name();
      if (plan.workflow().subject().equals(observation.subject().type())) {
        var decision =
            WatchDecider.observe(
                plan, state.watches().get(name), observation, state.facts(), facts);
        watches.put(name, decision.watch());
        start(workspace, plan, observation.subject(), facts, decision, starts);
      }
    }
    return new SubjectState(facts, seen, watches, starts);
  }

  /** Time has passed and nothing else. */
  public static SubjectState timePassed(
      String workspace, SubjectState state, List<Plan> plans, Subject subject, Instant now) {
    var watches = new HashMap<>(state.watches());
    var starts = new ArrayList<>(state.starts());
    for (var plan : plans) {
      var watch = watches.get(plan.workflow().name());
      if (watch != null) {
        var decision = WatchDecider.timePassed(plan, watch, now);
        watches.put(plan.workflow().name(), decision.watch());
        start(workspace, plan, subject, state.facts(), decision, starts);
      }
    }
    return new SubjectState(state.facts(), state.seen(), watches, starts);
  }

  /** When {@link #timePassed} has something to decide; null for never. */
  public static @Nullable Instant due(SubjectState state, List<Plan> plans) {
    return plans.stream()
        .map(plan -> {
          var watch = state.watches().get(plan.workflow().name());
          return watch == null ? null : WatchDecider.due(plan, watch);
        })
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private static void start(
      String workspace,
      Plan plan,
      Subject subject,
      Map<String, Object> facts,
      Decision decision,
      List<Run> starts) {
    var start = decision.start();
    if (start != null) {
      var workflow = plan.workflow();
      var id = RunIds.run(workspace, workflow.name(), plan.version(), subject, start.episode());
      starts.add(RunDecider.begun(id, workflow, plan.version(), subject, start.at(), facts).run());
    }
  }

  private static Map<String, Object> facts(
      Map<String, Object> before, Map<String, @Nullable Object> changes) {
    var facts = new HashMap<>(before);
    changes.forEach((name, value) -> {
      if (value == null) {
        facts.remove(name);
      } else {
        facts.put(name, value);
      }
    });
    return facts;
  }
}
