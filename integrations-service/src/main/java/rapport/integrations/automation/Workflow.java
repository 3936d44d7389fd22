package rapport.integrations.automation;

import java.time.Duration;
import java.util.List;

/**
 * One automation, checked.
 *
 * @param name unique in the workspace
 * @param title for people; the name when there is none
 * @param subject the type of what it is about, such as {@code account}
 * @param cooldown how long after a run none begins for the same subject; zero for not at all
 * @param reentry whether a subject may go through it again
 */
public record Workflow(
    String name,
    String title,
    String description,
    String subject,
    Trigger trigger,
    Duration cooldown,
    Reentry reentry,
    List<Action> actions) {

  /** Whether a subject may go through an automation again. */
  public enum Reentry {
    ALWAYS,
    NEVER
  }

  public Workflow {
    actions = List.copyOf(actions);
  }
}
