package rapport.health.api;

import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import rapport.health.evaluation.JobWorker;
import rapport.health.model.ModelFile;
import rapport.health.model.WorkspaceModel;
import rapport.health.store.Jobs;
import rapport.health.store.Models;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;
import reactor.core.publisher.Mono;

/** How a workspace scores. Everybody may read it; administrators change it. */
@RestController
@Allow
final class ModelController {

  /**
   * A model.
   *
   * @param version counts the workspace's changes; 0 is what every workspace begins with
   * @param yaml time zone, weights and curves
   */
  record Model(long version, String yaml) {}

  private final Models models;
  private final Jobs jobs;
  private final JobWorker worker;
  private final Clock clock;

  ModelController(Models models, Jobs jobs, JobWorker worker, Clock clock) {
    this.models = models;
    this.jobs = jobs;
    this.worker = worker;
    this.clock = clock;
  }

  /** The model in force. */
  @GetMapping("/api/v1/health-scores/model")
  Mono<Model> model(Caller caller) {
    return models.of(caller.workspace()).map(ModelController::view);
  }

  /**
   * Puts a model in force, and has all accounts evaluated with it. 400 {@code missing-field}; 422
   * {@code bad-model} with every fault; 409 {@code conflict} when {@code version} is not the one in
   * force.
   *
   * @param body the version it is made from, and the file
   */
  @PutMapping("/api/v1/health-scores/model")
  @Allow(Role.ADMIN)
  Mono<Model> put(Caller caller, @RequestBody Model body) {
    var next = body.version() + 1;
    var yaml = Problem.required("yaml", body.yaml());
    var read = ModelFile.read(yaml, next);
    if (!read.faults().isEmpty()) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT, "bad-model", "Accounts cannot be scored so.")
          .withErrors(
              read.faults().stream()
                  .map(it -> new FieldError(it.path(), "bad-value", it.detail()))
                  .toList());
    }
    return models
        .of(caller.workspace())
        .filter(inForce -> inForce.scoring().version() == body.version())
        .flatMap(
            _ -> models.save(caller.workspace(), yaml, next, caller.subject(), clock.instant()))
        .filter(saved -> saved)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.CONFLICT, "conflict", "The model has another version by now.")))
        .then(Mono.defer(() -> jobs.ask(caller.workspace(), "model-" + next, clock.instant())))
        .doOnSuccess(_ -> worker.wake())
        .then(Mono.fromSupplier(() -> new Model(next, ModelFile.write(read.model(), read.zone()))));
  }

  private static Model view(WorkspaceModel model) {
    return new Model(model.scoring().version(), ModelFile.write(model.scoring(), model.zone()));
  }
}
