package rapport.gateway.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** The caller's workspace, and whether it is one to look at only. */
@Allow
@RestController
@RequestMapping("/api/v1/workspace")
final class WorkspaceController {
  private final Workspaces workspaces;
  private final Clock clock;

  WorkspaceController(Workspaces workspaces, Clock clock) {
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /**
   * A workspace.
   *
   * @param sampleData whether the companies, people and figures in it are made up
   * @param sample more about that; absent when they are not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WorkspaceView(String id, boolean sampleData, @Nullable SampleMark sample) {}

  /**
   * Says that made-up data is being loaded, or that all of it is there.
   *
   * @param seed what it is made from
   */
  record Marking(@Nullable Long seed, boolean loaded) {}

  @GetMapping
  Mono<WorkspaceView> get(Caller caller) {
    var id = caller.workspace();
    return workspaces
        .sample(id)
        .map(sample -> new WorkspaceView(id, true, sample))
        .defaultIfEmpty(new WorkspaceView(id, false, null));
  }

  /**
   * Marks the workspace as one with made-up data, for good: nobody can tell later which of its data
   * is real. Whether it holds real data so far is for the caller to look at. 409 {@code
   * another-sample} when it was made from another seed.
   */
  @PutMapping("/sample")
  @Allow(Role.ADMIN)
  Mono<WorkspaceView> mark(Caller caller, @RequestBody Marking marking) {
    var seed = Problem.required("seed", marking.seed());
    var mark =
        new SampleMark(seed, marking.loaded(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return workspaces
        .sample(caller.workspace())
        .doOnNext(known -> {
          if (known.seed() != seed) {
            throw Problem.of(
                HttpStatus.CONFLICT,
                "another-sample",
                "This workspace holds the sample data of seed " + known.seed() + ".");
          }
        })
        .then(Mono.defer(() -> workspaces.mark(caller.workspace(), mark)))
        .then(Mono.defer(() -> get(caller)));
  }
}
