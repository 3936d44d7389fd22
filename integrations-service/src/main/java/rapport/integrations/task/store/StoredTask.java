package rapport.integrations.task.store;

import rapport.integrations.task.Task;
import rapport.integrations.task.store.TaskQuery.After;

/**
 * A task as it is kept.
 *
 * @param rev counts its changes, from 1
 * @param told the revision of what was told last
 */
public record StoredTask(Task task, long rev, long told) {

  /** Its place in the order of the inbox. */
  public After place() {
    return new After(TaskDocuments.due(task).toEpochMilli(), task.id());
  }
}
