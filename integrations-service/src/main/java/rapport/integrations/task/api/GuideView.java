package rapport.integrations.task.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.task.Guide;
import rapport.integrations.task.Task;
import rapport.integrations.task.Task.Change;
import rapport.integrations.task.store.StoredTask;

/**
 * A guided checklist that somebody goes through.
 *
 * @param guide which one
 * @param task the task it is; its steps are ticked as that task's items, by their number from 0
 * @param rev of the task, to be given with the next change
 * @param done how many steps are
 * @param of how many there are
 * @param next the number of the first step that is not done; null when all are
 * @param state {@code open} or {@code done}
 */
record GuideView(
    String guide,
    String task,
    long rev,
    String title,
    String text,
    @Nullable Subject subject,
    @Nullable String assignee,
    @Nullable Instant due,
    List<Step> steps,
    int done,
    int of,
    @Nullable Integer next,
    String state) {

  /**
   * A step.
   *
   * @param by who ticked it
   * @param at when
   */
  record Step(String text, boolean done, @Nullable String by, @Nullable Instant at) {}

  static GuideView of(Guide guide, StoredTask stored) {
    var task = stored.task();
    var steps = steps(task);
    var open = IntStream.range(0, steps.size()).filter(i -> !steps.get(i).done()).findFirst();
    return new GuideView(
        guide.wire(),
        task.id(),
        stored.rev(),
        task.title(),
        task.text(),
        task.subject(),
        task.assignee(),
        task.due(),
        steps,
        (int) steps.stream().filter(Step::done).count(),
        steps.size(),
        open.isPresent() ? open.getAsInt() : null,
        task.state().wire());
  }

  private static List<Step> steps(Task task) {
    var steps = new ArrayList<Step>();
    for (var item : task.checklist()) {
      var ticked = item.done() ? lastTick(task, item.text()) : null;
      steps.add(
          new Step(
              item.text(),
              item.done(),
              ticked == null ? null : ticked.by(),
              ticked == null ? null : ticked.at()));
    }
    return List.copyOf(steps);
  }

  private static @Nullable Change lastTick(Task task, String text) {
    return task.history().reversed().stream()
        .filter(change -> change.what().equals("checked") && text.equals(change.detail()))
        .findFirst()
        .orElse(null);
  }
}
