package rapport.integrations.automation.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.integrations.automation.Run.State;
import rapport.integrations.automation.RunDecider;
import rapport.integrations.automation.api.AutomationViews.RunPage;
import rapport.integrations.automation.api.AutomationViews.RunView;
import rapport.integrations.automation.engine.RunWorker;
import rapport.integrations.automation.store.Runs;
import rapport.integrations.automation.store.Runs.After;
import rapport.integrations.automation.store.StoredRun;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.web.Cursor;
import rapport.runtime.web.PageSize;
import reactor.core.publisher.Mono;

/** What automations did, step by step. Everybody may read. */
@RestController
@RequestMapping("/api/v1/automations/{name}/runs")
@Allow
final class RunController {

  private static final Pattern PLACE = Pattern.compile("(\\d{1,15}):(.*)", Pattern.DOTALL);

  private final Runs runs;
  private final RunWorker worker;
  private final Clock clock;

  RunController(Runs runs, RunWorker worker, Clock clock) {
    this.runs = runs;
    this.worker = worker;
    this.clock = clock;
  }

  /** The revision the run was read at. */
  record Retry(long rev) {}

  /**
   * The runs of an automation, the latest first.
   *
   * @param cursor {@code next} of the page before
   * @param limit from 1 to 200; 400 {@code bad-limit}
   */
  @GetMapping
  Mono<RunPage> list(
      Caller caller,
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = PageSize.USUAL) int limit) {
    var items = PageSize.of(limit);
    return runs.list(caller.workspace(), name, after(cursor), items + 1)
        .collectList()
        .map(found -> page(found, items));
  }

  /** One run with its steps. */
  @GetMapping("/{run}")
  Mono<RunView> get(Caller caller, @PathVariable String name, @PathVariable String run) {
    return found(caller, name, run).map(RunView::of);
  }

  /** Lets a failed run go on at the step that failed. */
  @PostMapping("/{run}/retry")
  @Allow({Role.MARKETER, Role.SALES, Role.SUCCESS})
  Mono<RunView> retry(
      Caller caller,
      @PathVariable String name,
      @PathVariable String run,
      @RequestBody Retry retry) {
    return found(caller, name, run)
        .flatMap(stored -> {
          if (stored.rev() != retry.rev()) {
            return Mono.error(stale());
          }
          if (stored.run().state() != State.FAILED) {
            return Mono.error(
                Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT, "not-failed", "The run has not failed."));
          }
          var again = RunDecider.retried(stored.run());
          return runs.replace(stored, again, List.of(), clock.instant())
              .filter(replaced -> replaced)
              .switchIfEmpty(Mono.error(RunController::stale))
              .doOnNext(_ -> worker.wake())
              .then(found(caller, name, run));
        })
        .map(RunView::of);
  }

  private Mono<StoredRun> found(Caller caller, String name, String run) {
    return runs.find(caller.workspace(), run)
        .filter(stored -> stored.run().workflow().equals(name))
        .switchIfEmpty(
            Mono.error(
                () -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such run.")));
  }

  private static RunPage page(List<StoredRun> found, int limit) {
    var items = found.stream().limit(limit).toList();
    return new RunPage(
        items.stream().map(RunView::of).toList(),
        found.size() > limit ? cursor(items.getLast()) : null);
  }

  private static String cursor(StoredRun last) {
    return Cursor.of(last.run().startedAt().toEpochMilli() + ":" + last.run().id());
  }

  private static @Nullable After after(@Nullable String cursor) {
    return Cursor.read(
        cursor,
        PLACE,
        place -> new After(Instant.ofEpochMilli(Long.parseLong(place.group(1))), place.group(2)));
  }

  private static Problem stale() {
    return Problem.of(
        HttpStatus.CONFLICT, "stale", "The run has gone on meanwhile; read it again.");
  }
}
