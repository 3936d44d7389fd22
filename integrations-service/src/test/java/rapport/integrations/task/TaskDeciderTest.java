package rapport.integrations.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.contracts.AutomationEvent;
import rapport.contracts.AutomationEvent.TaskAssigned;
import rapport.contracts.AutomationEvent.TaskCompleted;
import rapport.contracts.AutomationEvent.TaskReopened;
import rapport.integrations.task.Task.Change;
import rapport.integrations.task.Task.Item;
import rapport.integrations.task.Task.Priority;
import rapport.integrations.task.Task.State;
import rapport.integrations.task.TaskCommand.Assign;
import rapport.integrations.task.TaskCommand.Check;
import rapport.integrations.task.TaskCommand.Complete;
import rapport.integrations.task.TaskCommand.Remark;
import rapport.integrations.task.TaskCommand.Reopen;
import rapport.integrations.task.TaskCommand.Schedule;
import rapport.integrations.task.TaskDecider.Decision;

class TaskDeciderTest {

  private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
  private static final Task CALL =
      new Task(
          "t-1",
          "Call Acme",
          "",
          List.of(new Item("read the notes", false), new Item("call", false)),
          null,
          null,
          "success",
          Priority.NORMAL,
          null,
          State.OPEN,
          null,
          List.of(),
          List.of());

  @Test
  void is_done_once_however_often_it_is_said() {
    var done = accepted(CALL, new Complete());
    assertThat(done.task().state()).isEqualTo(State.DONE);
    assertThat(done.events()).containsExactly(new TaskCompleted("ada"));
    assertThat(accepted(done.task(), new Complete()))
        .isEqualTo(new Decision.Accepted(done.task(), List.of()));
  }

  @Test
  void can_be_opened_again() {
    var done = accepted(CALL, new Complete()).task();
    var open = accepted(done, new Reopen());
    assertThat(open.task().state()).isEqualTo(State.OPEN);
    assertThat(open.events()).containsExactly(new TaskReopened("ada"));
    assertThat(open.task().history()).extracting(Change::what).endsWith("completed", "reopened");
  }

  @Test
  void goes_to_somebody_and_says_so() {
    var given = accepted(CALL, new Assign("bob", null));
    assertThat(given.task().assignee()).isEqualTo("bob");
    assertThat(given.events()).containsExactly(new TaskAssigned("bob", null));
    assertThat(accepted(given.task(), new Assign("bob", null)).events()).isEmpty();
  }

  @Test
  void remembers_what_was_ticked_moved_and_remarked() {
    var ticked = accepted(CALL, new Check(1, true)).task();
    var moved = accepted(ticked, new Schedule(NINE)).task();
    var remarked = accepted(moved, new Remark("no answer")).task();
    assertThat(remarked.checklist()).extracting(Item::done).containsExactly(false, true);
    assertThat(remarked.due()).isEqualTo(NINE);
    assertThat(remarked.comments()).extracting(Task.Comment::text).containsExactly("no answer");
    assertThat(remarked.history())
        .extracting(Change::what)
        .containsExactly("checked", "due", "commented");
    assertThat(remarked.history()).extracting(Change::by).containsOnly("ada");
  }

  @Test
  void does_not_change_when_it_is_done() {
    var done = accepted(CALL, new Complete()).task();
    for (var command : List.of(new Assign("bob", null), new Schedule(null), new Check(0, true))) {
      assertThat(TaskDecider.decide(done, command, "ada", NINE))
          .isEqualTo(new Decision.Rejected("task-done", "The task is done; reopen it first."));
    }
    assertThat(accepted(done, new Remark("well done")).task().comments()).hasSize(1);
  }

  @Test
  void has_only_the_items_it_has() {
    assertThat(TaskDecider.decide(CALL, new Check(2, true), "ada", NINE))
        .isEqualTo(new Decision.Rejected("no-such-item", "The checklist has no such item."));
  }

  private static Decision.Accepted accepted(Task task, TaskCommand command) {
    var decision = TaskDecider.decide(task, command, "ada", NINE);
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    List<AutomationEvent> events = ((Decision.Accepted) decision).events();
    return new Decision.Accepted(((Decision.Accepted) decision).task(), events);
  }
}
