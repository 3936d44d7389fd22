package rapport.integrations.automation;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.integrations.automation.Trigger.OnEdge;
import rapport.integrations.automation.Trigger.OnEvent;
import rapport.integrations.automation.Watch.Episode;
import rapport.integrations.automation.Workflow.Reentry;

/**
 * Decides when an automation runs for a subject. A condition begins to hold when it was false, or
 * unknown all along, and is true now; while it is unknown nothing changes. An automation that was
 * just switched on does not run for what has held before.
 */
public final class WatchDecider {

  private WatchDecider() {}

  /**
   * What is decided.
   *
   * @param watch what to remember
   * @param start the run to start, if any
   */
  public record Decision(Watch watch, @Nullable Start start) {}

  /**
   * A run to be started.
   *
   * @param episode the event that led to it
   * @param at when it was due
   */
  public record Start(String episode, Instant at) {}

  /**
   * @param watch what is remembered; null for a subject that is new to the automation
   * @param before the subject's facts without the observation
   * @param after its facts with it
   */
  public static Decision observe(
      Plan plan,
      @Nullable Watch watch,
      Observation observation,
      Map<String, Object> before,
      Map<String, Object> after) {
    return switch (plan.workflow().trigger()) {
      case OnEvent(var event) -> {
        var current = current(plan, watch, false);
        yield event.equals(observation.event())
            ? settled(plan, current, new Start(observation.id(), observation.at()))
            : new Decision(current, null);
      }
      case OnEdge edge -> {
        var current = current(plan, watch, edge.condition().of(before) == Truth.TRUE);
        yield edge(plan, edge, current, observation, edge.condition().of(after));
      }
    };
  }

  /** Time has passed and nothing else. */
  public static Decision timePassed(Plan plan, Watch watch, Instant now) {
    return switch (plan.workflow().trigger()) {
      case OnEdge edge when watch.generation() == plan.generation() -> ripe(plan, edge, watch, now);
      case OnEdge _, OnEvent _ -> new Decision(watch, null);
    };
  }

  /** When {@link #timePassed} has something to decide; null for never. */
  public static @Nullable Instant due(Plan plan, Watch watch) {
    var open = watch.open();
    return open != null
            && watch.generation() == plan.generation()
            && plan.workflow().trigger() instanceof OnEdge(_, _, var holds)
        ? open.since().plus(holds)
        : null;
  }

  private static Watch current(Plan plan, @Nullable Watch watch, boolean held) {
    if (watch != null && watch.generation() == plan.generation()) {
      return watch;
    }
    return new Watch(plan.generation(), held, null, watch == null ? null : watch.lastRun());
  }

  /**
   * Only what ends an episode, or begins one, asks how long it has lasted: whatever else is
   * observed may come from another source, ahead of what this one has still to say.
   */
  private static Decision edge(
      Plan plan, OnEdge edge, Watch watch, Observation observation, Truth now) {
    return switch (now) {
      case UNKNOWN -> new Decision(watch, null);
      case FALSE -> ended(ripe(plan, edge, watch, observation.at()));
      case TRUE -> watch.held() ? new Decision(watch, null) : begun(plan, edge, watch, observation);
    };
  }

  private static Decision ended(Decision ripe) {
    var watch = ripe.watch();
    return new Decision(new Watch(watch.generation(), false, null, watch.lastRun()), ripe.start());
  }

  private static Decision begun(Plan plan, OnEdge edge, Watch watch, Observation observation) {
    var episode = new Episode(observation.id(), observation.at());
    var held = new Watch(watch.generation(), true, episode, watch.lastRun());
    return ripe(plan, edge, held, observation.at());
  }

  /** Runs for an episode that has lasted long enough. */
  private static Decision ripe(Plan plan, OnEdge edge, Watch watch, Instant now) {
    var open = watch.open();
    if (open == null || now.isBefore(open.since().plus(edge.holds()))) {
      return new Decision(watch, null);
    }
    var closed = new Watch(watch.generation(), watch.held(), null, watch.lastRun());
    return settled(plan, closed, new Start(open.id(), open.since().plus(edge.holds())));
  }

  private static Decision settled(Plan plan, Watch watch, Start start) {
    var last = watch.lastRun();
    var workflow = plan.workflow();
    if (last != null
        && (workflow.reentry() == Reentry.NEVER
            || start.at().isBefore(last.plus(workflow.cooldown())))) {
      return new Decision(watch, null);
    }
    return new Decision(
        new Watch(watch.generation(), watch.held(), watch.open(), start.at()), start);
  }
}
