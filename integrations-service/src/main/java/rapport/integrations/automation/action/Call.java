package rapport.integrations.automation.action;

import java.time.Instant;
import rapport.integrations.automation.Action;
import rapport.integrations.automation.Run;
import rapport.integrations.automation.RunIds;

/** A try of one step of a run. */
public record Call(String workspace, Run run, int step, Instant now) {

  Action action() {
    return run.steps().get(step).action();
  }

  /** The same for every try of the step. */
  String idempotencyKey() {
    return RunIds.made(run.id(), step);
  }
}
