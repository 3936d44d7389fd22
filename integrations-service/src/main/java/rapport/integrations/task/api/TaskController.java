package rapport.integrations.task.api;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.task.Task.State;
import rapport.integrations.task.TaskCommand;
import rapport.integrations.task.TaskDecider;
import rapport.integrations.task.TaskDecider.Decision;
import rapport.integrations.task.store.StoredTask;
import rapport.integrations.task.store.TaskQuery;
import rapport.integrations.task.store.TaskQuery.Mine;
import rapport.integrations.task.store.Tasks;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.web.PageSize;
import reactor.core.publisher.Mono;

/**
 * The inbox of tasks. Everybody may read; a marketer, a seller and whoever looks after customers
 * may change.
 */
@RestController
@RequestMapping("/api/v1/tasks")
@Allow({Role.MARKETER, Role.SALES, Role.SUCCESS})
final class TaskController {

  private final Tasks tasks;
  private final Clock clock;

  TaskController(Tasks tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  /**
   * Tasks, those due first before those due later.
   *
   * @param who {@code mine}: what the caller, or anybody of their roles, shall do; {@code all}
   * @param state {@code open}, {@code done} or {@code all}
   * @param subject only about this one, as {@code type:id}, such as {@code account:a-7}
   * @param cursor {@code next} of the page before
   * @param limit from 1 to 200; 400 {@code bad-limit}
   */
  @GetMapping
  @Allow
  Mono<TaskPage> list(
      Caller caller,
      @RequestParam(defaultValue = "all") String who,
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = PageSize.USUAL) int limit) {
    var query =
        new TaskQuery(state(state), mine(caller, who), subject(subject), TaskCursor.read(cursor));
    var size = PageSize.of(limit);
    return tasks
        .list(caller.workspace(), query, size + 1)
        .collectList()
        .map(found -> TaskPage.of(found, size));
  }

  /** One task. */
  @GetMapping("/{task}")
  @Allow
  Mono<TaskView> get(Caller caller, @PathVariable String task) {
    return found(caller, task).map(TaskView::of);
  }

  /** Adds a task. */
  @PostMapping
  Mono<ResponseEntity<TaskView>> create(Caller caller, @RequestBody TaskRequests.NewTask request) {
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var task = request.task(caller.subject(), at);
    return tasks
        .add(caller.workspace(), task, at, null)
        .map(stored ->
            ResponseEntity.created(URI.create("/api/v1/tasks/" + task.id()))
                .body(TaskView.of(stored)));
  }

  /** Gives a task to a user or a role, or to nobody. */
  @PostMapping("/{task}/assign")
  Mono<TaskView> assign(
      Caller caller, @PathVariable String task, @RequestBody TaskRequests.Assign request) {
    return changed(caller, task, request.rev(), request.command());
  }

  /** Moves the day a task is due. */
  @PostMapping("/{task}/due")
  Mono<TaskView> due(
      Caller caller, @PathVariable String task, @RequestBody TaskRequests.Due request) {
    return changed(caller, task, request.rev(), new TaskCommand.Schedule(request.due()));
  }

  /** Ticks an item of the checklist, or takes the tick away. */
  @PostMapping("/{task}/check")
  Mono<TaskView> check(
      Caller caller, @PathVariable String task, @RequestBody TaskRequests.Check request) {
    return changed(
        caller, task, request.rev(), new TaskCommand.Check(request.item(), request.done()));
  }

  /** The task is done. */
  @PostMapping("/{task}/complete")
  Mono<TaskView> complete(
      Caller caller, @PathVariable String task, @RequestBody TaskRequests.At request) {
    return changed(caller, task, request.rev(), new TaskCommand.Complete());
  }

  /** The task is not done after all. */
  @PostMapping("/{task}/reopen")
  Mono<TaskView> reopen(
      Caller caller, @PathVariable String task, @RequestBody TaskRequests.At request) {
    return changed(caller, task, request.rev(), new TaskCommand.Reopen());
  }

  /** Adds a remark. */
  @PostMapping("/{task}/comments")
  Mono<TaskView> comment(
      Caller caller, @PathVariable String task, @RequestBody TaskRequests.Comment request) {
    return changed(caller, task, request.rev(), request.command());
  }

  private Mono<TaskView> changed(Caller caller, String id, long rev, TaskCommand command) {
    return found(caller, id)
        .flatMap(before -> {
          if (before.rev() != rev) {
            return Mono.error(stale());
          }
          var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          return switch (TaskDecider.decide(before.task(), command, caller.subject(), at)) {
            case Decision.Rejected(var code, var detail) ->
                Mono.<StoredTask>error(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail));
            case Decision.Accepted(var task, _) when task.equals(before.task()) ->
                Mono.just(before);
            case Decision.Accepted(var task, var events) ->
                tasks.replace(caller.workspace(), before, task, events, at);
          };
        })
        .switchIfEmpty(Mono.error(TaskController::stale))
        .map(TaskView::of);
  }

  private Mono<StoredTask> found(Caller caller, String task) {
    return tasks
        .find(caller.workspace(), task)
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such task.")));
  }

  private static @Nullable State state(String state) {
    return switch (state) {
      case "open" -> State.OPEN;
      case "done" -> State.DONE;
      case "all" -> null;
      default -> throw TaskRequests.invalid("state", "It is open, done or all.");
    };
  }

  private static @Nullable Mine mine(Caller caller, String who) {
    return switch (who) {
      case "mine" ->
          new Mine(
              caller.subject(),
              caller.roles().stream().map(Role::wire).collect(Collectors.toSet()));
      case "all" -> null;
      default -> throw TaskRequests.invalid("who", "It is mine or all.");
    };
  }

  private static @Nullable Subject subject(@Nullable String subject) {
    return subject == null ? null : subjectOf(subject);
  }

  /** Whom {@code type:id} means; 400 when it is nothing of that kind. */
  static Subject subjectOf(String subject) {
    var colon = subject.indexOf(':');
    if (colon < 1 || colon == subject.length() - 1) {
      throw TaskRequests.invalid("subject", "It is type:id, such as account:a-7.");
    }
    return new Subject(subject.substring(0, colon), subject.substring(colon + 1));
  }

  private static Problem stale() {
    return Problem.of(
        HttpStatus.CONFLICT, "stale", "Somebody changed the task meanwhile; read it again.");
  }
}
