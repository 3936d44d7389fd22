package rapport.runtime.projection;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** For administrators: the streams of their workspace that are set aside, and their release. */
@RestController
@RequestMapping("/internal/quarantine")
@Allow(
    value = Role.ADMIN,
    kinds = {Caller.Kind.USER, Caller.Kind.SERVICE})
final class QuarantineController {

  private final Quarantine quarantine;
  private final ProjectionRunners runners;

  QuarantineController(Quarantine quarantine, ProjectionRunners runners) {
    this.quarantine = quarantine;
    this.runners = runners;
  }

  /**
   * What became of a release.
   *
   * @param released false when the stream failed again; its entry then says why
   */
  record Release(boolean released) {}

  /** The streams set aside, each with projection, position, reason and time. */
  @GetMapping
  Flux<Quarantine.Entry> list(Caller caller) {
    return quarantine.list(caller.workspace());
  }

  /** Reads the stream again from its owner; 404 for an unknown projection, 503 without owner. */
  @PostMapping("/{consumer}/{stream}/release")
  Mono<Release> release(Caller caller, @PathVariable String consumer, @PathVariable String stream) {
    var runner =
        runners
            .named(consumer)
            .orElseThrow(() ->
                Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such projection here."));
    return runner
        .release(caller.workspace(), stream)
        .map(Release::new)
        .onErrorMap(
            NotAnsweringException.class,
            _ ->
                Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "owner-unavailable",
                    "The service that owns the stream does not answer; try again."));
  }
}
