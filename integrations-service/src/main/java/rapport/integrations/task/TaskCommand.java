package rapport.integrations.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person may do with a task. */
public sealed interface TaskCommand {

  /** Gives it to a user, to anybody of a role, or, with neither, to nobody. */
  record Assign(@Nullable String assignee, @Nullable String role) implements TaskCommand {}

  /** Moves the day it is due, or takes it away. */
  record Schedule(@Nullable Instant due) implements TaskCommand {}

  /** Ticks an item of the checklist, from 0, or takes the tick away. */
  record Check(int item, boolean done) implements TaskCommand {}

  record Complete() implements TaskCommand {}

  record Reopen() implements TaskCommand {}

  record Remark(String text) implements TaskCommand {}
}
