package rapport.integrations.push.engine;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import rapport.contracts.FieldValue;
import rapport.integrations.push.Known;
import rapport.integrations.push.Said;
import rapport.integrations.push.Said.Weight;
import rapport.integrations.task.Task;

/** A task, for other systems, in the words most of them have. */
final class TaskKnown {

  private static final int LONGEST_TEXT = 32_000;

  private TaskKnown() {}

  static Known of(Task task) {
    var values = new LinkedHashMap<String, Said>();
    values.put("subject", Said.ours(task.title()));
    if (!task.text().isBlank()) {
      var text = task.text();
      values.put("text", Said.ours(text.substring(0, Math.min(LONGEST_TEXT, text.length()))));
    }
    if (task.due() != null) {
      values.put("due", Said.ours(LocalDate.ofInstant(task.due(), ZoneOffset.UTC).toString()));
    }
    var status = task.state() == Task.State.DONE ? "Completed" : "Not Started";
    values.put("status", new Said(FieldValue.text(status), Weight.OURS));
    values.put("priority", Said.ours(priority(task.priority())));
    return new Known(task.title(), true, values);
  }

  private static String priority(Task.Priority priority) {
    return switch (priority) {
      case LOW -> "Low";
      case NORMAL -> "Normal";
      case HIGH -> "High";
    };
  }
}
