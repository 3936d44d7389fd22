package rapport.health.api;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.health.store.Jobs;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Mono;

/** What was done for all accounts. Anybody with a role in the workspace may read. */
@RestController
@Allow
final class JobController {

  /** Runs, the latest first. */
  record Runs(List<Jobs.Seen> items) {}

  private final Jobs jobs;

  JobController(Jobs jobs) {
    this.jobs = jobs;
  }

  /** The newest runs of jobs, at most 100. */
  @GetMapping("/api/v1/reports/jobs")
  Mono<Runs> runs(Caller caller) {
    return jobs.newest(caller.workspace()).collectList().map(Runs::new);
  }
}
