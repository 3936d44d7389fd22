package rapport.integrations.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent;
import rapport.contracts.AutomationEvent.TaskAssigned;
import rapport.contracts.AutomationEvent.TaskCompleted;
import rapport.contracts.AutomationEvent.TaskCreated;
import rapport.contracts.AutomationEvent.TaskReopened;
import rapport.integrations.task.Task.Change;
import rapport.integrations.task.Task.Comment;
import rapport.integrations.task.Task.Item;
import rapport.integrations.task.Task.State;
import rapport.integrations.task.TaskCommand.Assign;
import rapport.integrations.task.TaskCommand.Check;
import rapport.integrations.task.TaskCommand.Complete;
import rapport.integrations.task.TaskCommand.Remark;
import rapport.integrations.task.TaskCommand.Reopen;
import rapport.integrations.task.TaskCommand.Schedule;

/** What becomes of a task. Doing what is already done changes nothing. */
public final class TaskDecider {

  private TaskDecider() {}

  /** What is decided. */
  public sealed interface Decision {

    /** The task as it is now, and what is to be told; the same task when nothing changed. */
    record Accepted(Task task, List<AutomationEvent> events) implements Decision {
      public Accepted {
        events = List.copyOf(events);
      }
    }

    /** It cannot be done. */
    record Rejected(String code, String detail) implements Decision {}
  }

  /** What is told of a new task. */
  public static List<AutomationEvent> created(Task task) {
    return List.of(
        new TaskCreated(
            task.title(),
            task.subject(),
            task.assignee(),
            task.role(),
            task.due() == null ? null : task.due().toString(),
            task.origin() == null ? null : task.origin().run()));
  }

  /**
   * @param by the user who asks for it
   */
  public static Decision decide(Task task, TaskCommand command, String by, Instant at) {
    return switch (command) {
      case Complete() when task.state() == State.DONE -> unchanged(task);
      case Complete() ->
          accepted(
              with(task, State.DONE, change(at, by, "completed", null)), new TaskCompleted(by));
      case Reopen() when task.state() == State.OPEN -> unchanged(task);
      case Reopen() ->
          accepted(with(task, State.OPEN, change(at, by, "reopened", null)), new TaskReopened(by));
      case Remark(var text) -> accepted(remarked(task, new Comment(at, by, text)));
      case Assign _, Schedule _, Check _ when task.state() == State.DONE ->
          new Decision.Rejected("task-done", "The task is done; reopen it first.");
      case Assign(var assignee, var role)
          when Objects.equals(assignee, task.assignee()) && Objects.equals(role, task.role()) ->
          unchanged(task);
      case Assign(var assignee, var role) ->
          accepted(assigned(task, assignee, role, at, by), new TaskAssigned(assignee, role));
      case Schedule(var due) when Objects.equals(due, task.due()) -> unchanged(task);
      case Schedule(var due) -> accepted(scheduled(task, due, at, by));
      case Check(var item, _) when item < 0 || item >= task.checklist().size() ->
          new Decision.Rejected("no-such-item", "The checklist has no such item.");
      case Check(var item, var done) when task.checklist().get(item).done() == done ->
          unchanged(task);
      case Check(var item, var done) -> accepted(checked(task, item, done, at, by));
    };
  }

  private static Decision unchanged(Task task) {
    return new Decision.Accepted(task, List.of());
  }

  private static Decision accepted(Task task, AutomationEvent... events) {
    return new Decision.Accepted(task, List.of(events));
  }

  private static Change change(Instant at, String by, String what, @Nullable String detail) {
    return new Change(at, by, what, detail);
  }

  private static Task with(Task task, State state, Change change) {
    return copy(task, task.checklist(), task.assignee(), task.role(), task.due(), state, change);
  }

  private static Task assigned(
      Task task, @Nullable String assignee, @Nullable String role, Instant at, String by) {
    var change = change(at, by, "assigned", assignee == null ? role : assignee);
    return copy(task, task.checklist(), assignee, role, task.due(), task.state(), change);
  }

  private static Task scheduled(Task task, @Nullable Instant due, Instant at, String by) {
    var change = change(at, by, "due", due == null ? null : due.toString());
    return copy(task, task.checklist(), task.assignee(), task.role(), due, task.state(), change);
  }

  private static Task checked(Task task, int item, boolean done, Instant at, String by) {
    var checklist = new ArrayList<>(task.checklist());
    var text = checklist.get(item).text();
    checklist.set(item, new Item(text, done));
    var change = change(at, by, done ? "checked" : "unchecked", text);
    return copy(task, checklist, task.assignee(), task.role(), task.due(), task.state(), change);
  }

  private static Task remarked(Task task, Comment comment) {
    var changed = with(task, task.state(), change(comment.at(), comment.by(), "commented", null));
    var comments = new ArrayList<>(task.comments());
    comments.add(comment);
    return new Task(
        task.id(),
        task.title(),
        task.text(),
        task.checklist(),
        task.subject(),
        task.assignee(),
        task.role(),
        task.priority(),
        task.due(),
        task.state(),
        task.origin(),
        comments,
        changed.history());
  }

  private static Task copy(
      Task task,
      List<Item> checklist,
      @Nullable String assignee,
      @Nullable String role,
      @Nullable Instant due,
      State state,
      Change change) {
    var history = new ArrayList<>(task.history());
    history.add(change);
    return new Task(
        task.id(),
        task.title(),
        task.text(),
        checklist,
        task.subject(),
        assignee,
        role,
        task.priority(),
        due,
        state,
        task.origin(),
        task.comments(),
        history);
  }
}
