package rapport.integrations.automation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent.Subject;

/**
 * An automation at work on a subject. It keeps to the actions it began with, whatever becomes of
 * the automation.
 *
 * @param trigger as it is written in the automation
 * @param facts what was known of the subject when it began
 * @param owner whose tasks it makes; null while nobody is known
 */
public record Run(
    String id,
    String workflow,
    int version,
    Subject subject,
    String trigger,
    Instant startedAt,
    Map<String, Object> facts,
    @Nullable String owner,
    List<Step> steps,
    State state) {

  /** How far a run or one of its steps is. */
  public enum State {
    WAITING,
    DONE,
    FAILED
  }

  /**
   * One action of a run.
   *
   * @param attempts how often it was tried
   * @param due when it may be tried next; the first one at once
   * @param at when it was done or given up
   * @param result for people to read
   * @param reference the id of what it made
   * @param error what went wrong at the last try
   */
  public record Step(
      Action action,
      State state,
      int attempts,
      @Nullable Instant due,
      @Nullable Instant at,
      @Nullable String result,
      @Nullable String reference,
      @Nullable String error) {}

  public Run {
    facts = Map.copyOf(facts);
    steps = List.copyOf(steps);
  }

  /** The step to be taken next; -1 when there is none. */
  public int next() {
    for (var at = 0; at < steps.size(); at++) {
      if (steps.get(at).state() == State.WAITING) {
        return at;
      }
      if (steps.get(at).state() == State.FAILED) {
        return -1;
      }
    }
    return -1;
  }
}
