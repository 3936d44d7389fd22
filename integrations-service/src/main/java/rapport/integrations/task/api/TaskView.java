package rapport.integrations.task.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.task.Task.Change;
import rapport.integrations.task.Task.Comment;
import rapport.integrations.task.Task.Item;
import rapport.integrations.task.Task.Origin;
import rapport.integrations.task.store.StoredTask;

/**
 * A task.
 *
 * @param rev to be given with the next change
 * @param text whatever helps: facts, a draft of what to write
 * @param subject whom it is about
 * @param assignee the user who shall do it
 * @param role the role of which anybody may do it, while there is no assignee
 * @param priority {@code low}, {@code normal} or {@code high}
 * @param state {@code open} or {@code done}
 * @param origin the automation, run and step that made it; null when a person did
 */
record TaskView(
    String id,
    long rev,
    String title,
    String text,
    List<Item> checklist,
    @Nullable Subject subject,
    @Nullable String assignee,
    @Nullable String role,
    String priority,
    @Nullable Instant due,
    String state,
    @Nullable Origin origin,
    List<Comment> comments,
    List<Change> history) {

  static TaskView of(StoredTask stored) {
    var task = stored.task();
    return new TaskView(
        task.id(),
        stored.rev(),
        task.title(),
        task.text(),
        task.checklist(),
        task.subject(),
        task.assignee(),
        task.role(),
        task.priority().wire(),
        task.due(),
        task.state().wire(),
        task.origin(),
        task.comments(),
        task.history());
  }
}
