package rapport.profile.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import rapport.runtime.privacy.PrivacyReport;
import rapport.runtime.privacy.PrivacyTask;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where services ask what a request wants of them, and say what they did. */
@RestController
@Allow(value = Role.ADMIN, kinds = Kind.SERVICE)
@RequestMapping("/internal/workspaces/{workspace}/privacy")
final class PrivacyWorkController {

  private final PrivacyDesk desk;

  PrivacyWorkController(PrivacyDesk desk) {
    this.desk = desk;
  }

  /**
   * How many pieces were handed in.
   *
   * @param pieces from 0 on
   */
  record Pieces(int pieces) {}

  /** Requests by their ids. */
  record Requests(@Nullable List<String> requests) {}

  /** How far a service is with some of them, each of them once. */
  record Reports(@Nullable List<PrivacyReport> reports) {}

  /** What these want; nothing of one that is not there, or that is done with. */
  @PostMapping("/tasks")
  Flux<PrivacyTask> tasks(@PathVariable String workspace, @RequestBody Requests body) {
    return desk.tasks(workspace, Problem.required("requests", body.requests()));
  }

  /** How far a service is with erasures. */
  @PostMapping("/services/{service}/reports")
  Mono<Void> report(
      @PathVariable String workspace, @PathVariable String service, @RequestBody Reports body) {
    return desk.report(workspace, service, Problem.required("reports", body.reports()));
  }

  /** A piece of what a service keeps, for an archive. */
  @PutMapping(
      path = "/{request}/services/{service}/pieces/{number}",
      consumes = MediaType.TEXT_PLAIN_VALUE)
  Mono<Void> handIn(
      @PathVariable String workspace,
      @PathVariable String request,
      @PathVariable String service,
      @PathVariable int number,
      @RequestBody String body) {
    return desk.handIn(workspace, request, service, number, body);
  }

  /** All pieces have been handed in. */
  @PostMapping("/{request}/services/{service}/pieces")
  Mono<Void> handedIn(
      @PathVariable String workspace,
      @PathVariable String request,
      @PathVariable String service,
      @RequestBody Pieces body) {
    return desk.handedIn(workspace, request, service, body.pieces());
  }
}
