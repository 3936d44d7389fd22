package rapport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Published on {@code rapport.automation.events}: what automations do, keyed by workspace and run,
 * and what becomes of tasks, keyed by workspace and task.
 */
public sealed interface AutomationEvent {

  /**
   * An automation began to act.
   *
   * @param automation its id
   * @param version of the automation, from 1
   * @param subject whom it is about
   * @param trigger the event or condition as it is written in the automation
   */
  record RunStarted(String automation, int version, Subject subject, String trigger)
      implements AutomationEvent {}

  /**
   * One action took effect.
   *
   * @param step where in the automation, from 0
   * @param action its name, such as {@code create_intervention_plan}
   * @param result for people to read
   * @param reference the id of what was made, such as a task's
   */
  record StepDone(int step, String action, String result, @Nullable String reference)
      implements AutomationEvent {}

  /** One action was given up after its last try; the run ends with it. */
  record StepFailed(int step, String action, String error) implements AutomationEvent {}

  /** The run came to its end. One that failed goes on when somebody retries its failed step. */
  record RunFinished(String automation, Outcome outcome) implements AutomationEvent {}

  /**
   * There is something for a person to do.
   *
   * @param subject whom it is about
   * @param assignee the user who shall do it
   * @param role the role of which anybody may do it, while there is no assignee
   * @param due until when, as an ISO 8601 instant
   * @param run the run that made it; none when a person did
   */
  record TaskCreated(
      String title,
      @Nullable Subject subject,
      @Nullable String assignee,
      @Nullable String role,
      @Nullable String due,
      @Nullable String run)
      implements AutomationEvent {}

  /** Somebody else shall do it now. */
  record TaskAssigned(@Nullable String assignee, @Nullable String role)
      implements AutomationEvent {}

  /**
   * A task was done.
   *
   * @param by the user who says so
   */
  record TaskCompleted(String by) implements AutomationEvent {}

  /** A task that was done is open again. */
  record TaskReopened(String by) implements AutomationEvent {}

  /**
   * Whom something is about.
   *
   * @param type {@code account}, {@code contact} or {@code lead}; there may be more
   */
  record Subject(String type, String id) {}

  /** How a run ended. */
  enum Outcome {
    DONE,
    FAILED;

    /** The name on the wire, in lower case. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
