package rapport.integrations.task.api;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
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
import rapport.integrations.task.Guide;
import rapport.integrations.task.Task.State;
import rapport.integrations.task.store.StoredTask;
import rapport.integrations.task.store.TaskQuery;
import rapport.integrations.task.store.Tasks;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Guided checklists. Everybody may read; whoever may change tasks may begin one. */
@RestController
@RequestMapping("/api/v1/tasks/guides")
@Allow({Role.MARKETER, Role.SALES, Role.SUCCESS})
final class GuideController {

  private static final int MOST = 500;

  private final Tasks tasks;
  private final Clock clock;

  GuideController(Tasks tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  /** A guide that can be begun: its name, and its six steps. */
  record Outline(String guide, String title, String text, List<String> steps) {}

  /** All guides. */
  record Outlines(List<Outline> items) {}

  /**
   * For whom a guide is begun.
   *
   * @param assignee the user who shall go through it; absent for anybody of role {@code success}
   */
  record Beginning(@Nullable Subject subject, @Nullable String assignee, @Nullable Instant due) {}

  /** Guides that somebody goes through, those due first before those due later. */
  record Begun(List<GuideView> items) {}

  /** The guides there are. */
  @GetMapping
  @Allow
  Mono<Outlines> guides() {
    return Mono.just(
        new Outlines(
            Arrays.stream(Guide.values())
                .map(it -> new Outline(it.wire(), it.title(), it.text(), it.steps()))
                .toList()));
  }

  /**
   * The guides that were begun for an account or a person, done ones too.
   *
   * @param subject as {@code type:id}, such as {@code account:a-7}
   */
  @GetMapping("/begun")
  @Allow
  Mono<Begun> guidesOf(Caller caller, @RequestParam String subject) {
    return of(caller, TaskController.subjectOf(subject)).collectList().map(Begun::new);
  }

  /**
   * Begins a guide: 201; 200 with the open one when it has been begun for that subject and is not
   * done. Steps are ticked with {@code POST /api/v1/tasks/{task}/check}. 404 {@code not-found}; 400
   * {@code missing-field} without a subject.
   */
  @PostMapping("/{guide}")
  Mono<ResponseEntity<GuideView>> beginGuide(
      Caller caller, @PathVariable String guide, @RequestBody Beginning beginning) {
    var wanted =
        Guide.of(guide)
            .orElseThrow(
                () -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such guide."));
    var subject = Problem.required("subject", beginning.subject());
    return of(caller, subject)
        .filter(view -> view.guide().equals(wanted.wire()))
        .collectList()
        .flatMap(before ->
            before.stream()
                .filter(view -> view.state().equals(State.OPEN.wire()))
                .findFirst()
                .map(open -> Mono.just(ResponseEntity.ok(open)))
                .orElseGet(() -> begin(caller, wanted, subject, beginning, before.size())));
  }

  private Mono<ResponseEntity<GuideView>> begin(
      Caller caller, Guide guide, Subject subject, Beginning beginning, long round) {
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var task =
        guide.begun(subject, round, beginning.assignee(), beginning.due(), caller.subject(), at);
    return tasks
        .add(caller.workspace(), task, at, null)
        .map(stored ->
            ResponseEntity.created(URI.create("/api/v1/tasks/" + task.id()))
                .body(GuideView.of(guide, stored)));
  }

  private Flux<GuideView> of(Caller caller, Subject subject) {
    var query = new TaskQuery(null, null, subject, null);
    return tasks.list(caller.workspace(), query, MOST).concatMapIterable(GuideController::view);
  }

  private static List<GuideView> view(StoredTask stored) {
    return Guide.of(stored.task()).stream().map(guide -> GuideView.of(guide, stored)).toList();
  }
}
