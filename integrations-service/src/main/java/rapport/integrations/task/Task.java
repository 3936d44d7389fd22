package rapport.integrations.task;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent.Subject;

/**
 * Something for a person to do.
 *
 * @param id unique in the workspace
 * @param title one line
 * @param text whatever helps: facts, a draft of what to write
 * @param checklist what it takes, in order; may be empty
 * @param subject whom it is about
 * @param assignee the user who shall do it
 * @param role the role of which anybody may do it, while there is no assignee
 * @param due until when
 * @param origin the run that made it; none when a person did
 * @param comments the oldest first
 * @param history every change, the oldest first
 */
public record Task(
    String id,
    String title,
    String text,
    List<Item> checklist,
    @Nullable Subject subject,
    @Nullable String assignee,
    @Nullable String role,
    Priority priority,
    @Nullable Instant due,
    State state,
    @Nullable Origin origin,
    List<Comment> comments,
    List<Change> history) {

  /** How much it matters. */
  public enum Priority {
    LOW,
    NORMAL,
    HIGH;

    /** The priority of that name, or nothing when there is none. */
    public static Optional<Priority> of(String wire) {
      return Arrays.stream(values()).filter(priority -> priority.wire().equals(wire)).findFirst();
    }

    /** The name in the API, in lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether there is still something to do. */
  public enum State {
    OPEN,
    DONE;

    /** The name in the API, in lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One thing of several, and whether it is done. */
  public record Item(String text, boolean done) {}

  /** Where a task came from: the automation, its run, the step of the run from 0. */
  public record Origin(String automation, String run, int step) {}

  /** What a user remarked. */
  public record Comment(Instant at, String by, String text) {}

  /**
   * A change.
   *
   * @param by the user; none when an automation did it
   * @param what {@code created}, {@code assigned}, {@code due}, {@code checked}, {@code unchecked},
   *     {@code completed}, {@code reopened} or {@code commented}
   * @param detail the new value, where there is one
   */
  public record Change(Instant at, @Nullable String by, String what, @Nullable String detail) {}

  public Task {
    checklist = List.copyOf(checklist);
    comments = List.copyOf(comments);
    history = List.copyOf(history);
  }
}
