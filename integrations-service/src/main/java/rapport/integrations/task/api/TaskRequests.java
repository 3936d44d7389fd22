package rapport.integrations.task.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.task.Task;
import rapport.integrations.task.Task.Change;
import rapport.integrations.task.Task.Item;
import rapport.integrations.task.Task.Priority;
import rapport.integrations.task.Task.State;
import rapport.integrations.task.TaskCommand;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;

/** What is asked of tasks; each is checked before it becomes a command. */
final class TaskRequests {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_CHECKLIST = 50;

  private TaskRequests() {}

  /**
   * A task as a person writes it.
   *
   * @param title required, at most 200 characters
   * @param text at most 10,000 characters
   * @param checklist at most 50 items of at most 200 characters
   * @param priority {@code low}, {@code normal} or {@code high}; normal by default
   * @param role {@code viewer}, {@code marketer}, {@code sales}, {@code success} or {@code admin}
   */
  record NewTask(
      @Nullable String title,
      @Nullable String text,
      @Nullable List<String> checklist,
      @Nullable Subject subject,
      @Nullable String assignee,
      @Nullable String role,
      @Nullable String priority,
      @Nullable Instant due) {

    Task task(String by, Instant at) {
      var errors = new ArrayList<FieldError>();
      required(errors, "title", title, LONGEST_TITLE);
      longest(errors, "text", text, LONGEST_TEXT);
      var items = checklist == null ? List.<String>of() : checklist;
      if (items.size() > LONGEST_CHECKLIST) {
        errors.add(error("checklist", "too-many", "At most " + LONGEST_CHECKLIST + ", please."));
      }
      for (var item = 0; item < items.size(); item++) {
        required(errors, "checklist[" + item + "]", items.get(item), LONGEST_TITLE);
      }
      knownRole(errors, role);
      var wanted = Priority.of(Objects.requireNonNullElse(priority, "normal"));
      if (wanted.isEmpty()) {
        errors.add(error("priority", "unknown-priority", "It is low, normal or high."));
      }
      refuse(errors);
      return new Task(
          "t-" + UUID.randomUUID(),
          Objects.requireNonNull(title).strip(),
          Objects.requireNonNullElse(text, ""),
          items.stream().map(item -> new Item(item.strip(), false)).toList(),
          subject,
          assignee,
          role,
          wanted.orElse(Priority.NORMAL),
          due,
          State.OPEN,
          null,
          List.of(),
          List.of(new Change(at, by, "created", null)));
    }
  }

  /** A change that needs nothing else than the revision the task was read at. */
  record At(long rev) {}

  /** Whose it shall be; neither means nobody's. */
  record Assign(long rev, @Nullable String assignee, @Nullable String role) {
    TaskCommand command() {
      var errors = new ArrayList<FieldError>();
      knownRole(errors, role);
      refuse(errors);
      return new TaskCommand.Assign(assignee, role);
    }
  }

  /** Until when; null takes the day away. */
  record Due(long rev, @Nullable Instant due) {}

  /** An item of the checklist, from 0, and whether it is done. */
  record Check(long rev, int item, boolean done) {}

  /** A remark of at most 10,000 characters. */
  record Comment(long rev, @Nullable String text) {
    TaskCommand command() {
      var errors = new ArrayList<FieldError>();
      required(errors, "text", text, LONGEST_TEXT);
      refuse(errors);
      return new TaskCommand.Remark(Objects.requireNonNull(text).strip());
    }
  }

  static Problem invalid(String path, String detail) {
    return Problem.of(HttpStatus.BAD_REQUEST, "invalid-value", "The request cannot be read.")
        .withErrors(List.of(error(path, "invalid-value", detail)));
  }

  private static void knownRole(List<FieldError> errors, @Nullable String role) {
    if (role != null && Role.of(role).isEmpty()) {
      errors.add(error("role", "unknown-role", "There is no such role."));
    }
  }

  private static void required(
      List<FieldError> errors, String path, @Nullable String text, int most) {
    if (text == null || text.isBlank()) {
      errors.add(error(path, "required", "It is empty."));
    }
    longest(errors, path, text, most);
  }

  private static void longest(
      List<FieldError> errors, String path, @Nullable String text, int most) {
    if (text != null && text.length() > most) {
      errors.add(error(path, "too-long", "At most " + most + " characters, please."));
    }
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-task", "The task cannot be kept.")
          .withErrors(errors);
    }
  }

  private static FieldError error(String path, String code, String detail) {
    return new FieldError(path, code, detail);
  }
}
