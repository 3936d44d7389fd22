package rapport.integrations.task.store;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.task.Task;
import rapport.runtime.store.JsonDocuments;

/** Tasks as documents and back; what is looked for stands beside the task. */
final class TaskDocuments {

  /** Sorts tasks that are never due behind all others. */
  static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  /** That whoever pushes tasks to other systems has to be told, and of what. */
  static final String OWED = "pushOwed";

  private TaskDocuments() {}

  static Bson fields(Task task, long rev) {
    return combine(
        set("task", JsonDocuments.of(task)),
        set("state", task.state().wire()),
        set("assignee", task.assignee()),
        set("role", task.role()),
        set("due", Date.from(due(task))),
        set("subject", key(task.subject())),
        set(OWED, owed(rev)),
        set("rev", rev));
  }

  static Document of(Task task, Document news) {
    return news.append("task", JsonDocuments.of(task))
        .append("state", task.state().wire())
        .append("assignee", task.assignee())
        .append("role", task.role())
        .append("due", Date.from(due(task)))
        .append("subject", key(task.subject()))
        .append(OWED, owed(1))
        .append("rev", 1L);
  }

  private static String owed(long rev) {
    return "rev " + rev;
  }

  static StoredTask stored(Document document) {
    var task = JsonDocuments.read(document.get("task", Document.class), Task.class);
    return new StoredTask(task, document.getLong("rev"), document.getLong("told"));
  }

  static Instant due(Task task) {
    return task.due() == null ? NEVER : task.due();
  }

  static @Nullable String key(@Nullable Subject subject) {
    return subject == null ? null : subject.type() + ":" + subject.id();
  }
}
