package rapport.integrations.task.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.integrations.task.store.StoredTask;

/**
 * Some of the tasks.
 *
 * @param next the cursor of the next page; null on the last one
 */
record TaskPage(List<TaskView> items, @Nullable String next) {

  /** A page of what was found, which is one more than the page holds when there is a next one. */
  static TaskPage of(List<StoredTask> found, int size) {
    var items = found.stream().limit(size).toList();
    var next = found.size() > size ? TaskCursor.of(items.getLast().place()) : null;
    return new TaskPage(items.stream().map(TaskView::of).toList(), next);
  }
}
