package rapport.runtime.projection;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.projection.Rebuild.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** For administrators: the projections of this service, and folding them anew. */
@RestController
@RequestMapping("/internal/projections")
@Allow(
    value = Role.ADMIN,
    kinds = {Caller.Kind.USER, Caller.Kind.SERVICE})
final class ProjectionsController {

  private final ProjectionRunners runners;

  ProjectionsController(ProjectionRunners runners) {
    this.runners = runners;
  }

  /**
   * A projection.
   *
   * @param topic where its events are
   * @param rebuildable whether it can be folded anew
   */
  record Description(String name, String topic, boolean rebuildable) {}

  /**
   * What a rebuild did: how many streams the owner has, and of how many of them the view was as it
   * should be, was not there or incomplete, was put right, is further than its owner, or cannot be
   * folded. The last two are left as they are.
   */
  record Rebuilt(long streams, long same, long completed, long rewritten, long ahead, long failed) {

    static Rebuilt of(Map<Outcome, Long> counts) {
      return new Rebuilt(
          counts.values().stream().mapToLong(Long::longValue).sum(),
          counts.getOrDefault(Outcome.SAME, 0L),
          counts.getOrDefault(Outcome.COMPLETED, 0L),
          counts.getOrDefault(Outcome.REWRITTEN, 0L),
          counts.getOrDefault(Outcome.AHEAD, 0L),
          counts.getOrDefault(Outcome.FAILED, 0L));
    }
  }

  /** The projections of this service. */
  @GetMapping
  Flux<Description> list() {
    return Flux.fromIterable(runners.all())
        .map(runner -> new Description(runner.name(), runner.topic(), runner.isRebuildable()));
  }

  /**
   * Folds every view of the caller's workspace anew from all events their owner has, and answers
   * when that is done. Readers see each view as it was or as it should be, never half of it, and
   * events go on being folded meanwhile. 404 for an unknown projection, 409 {@code not-rebuildable}
   * for one whose views have effects or hold what was thought at the time, 503 without owner.
   */
  @PostMapping("/{name}/rebuild")
  Mono<Rebuilt> rebuild(Caller caller, @PathVariable String name) {
    return rebuildable(name)
        .rebuild(caller.workspace())
        .collect(
            () -> new EnumMap<Outcome, Long>(Outcome.class),
            (counts, outcome) -> counts.merge(outcome, 1L, Long::sum))
        .map(Rebuilt::of)
        .onErrorMap(NotAnsweringException.class, ProjectionsController::unavailable);
  }

  /**
   * Compares every view of the caller's workspace with the events its owner has, and changes
   * nothing: a line for each stream. Errors as of a rebuild.
   */
  @GetMapping(path = "/{name}/comparison", produces = MediaType.APPLICATION_NDJSON_VALUE)
  Flux<Rebuild.Comparison> compare(Caller caller, @PathVariable String name) {
    return rebuildable(name)
        .compare(caller.workspace())
        .onErrorMap(NotAnsweringException.class, ProjectionsController::unavailable);
  }

  private ProjectionRunner<?, ?> rebuildable(String name) {
    var runner =
        runners
            .named(name)
            .orElseThrow(() ->
                Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such projection here."));
    if (!runner.isRebuildable()) {
      throw Problem.of(
          HttpStatus.CONFLICT,
          "not-rebuildable",
          "What this projection makes has effects elsewhere, or holds what was thought at the"
              + " time.");
    }
    return runner;
  }

  private static Problem unavailable(NotAnsweringException failure) {
    return Problem.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "owner-unavailable",
        "The service that owns the streams does not answer; try again.");
  }
}
