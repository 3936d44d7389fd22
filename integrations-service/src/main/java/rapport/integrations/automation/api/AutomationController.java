package rapport.integrations.automation.api;

import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rapport.integrations.automation.Actions;
import rapport.integrations.automation.Vocabulary;
import rapport.integrations.automation.api.AutomationViews.AutomationList;
import rapport.integrations.automation.api.AutomationViews.AutomationView;
import rapport.integrations.automation.api.AutomationViews.Names;
import rapport.integrations.automation.api.AutomationViews.Reading;
import rapport.integrations.automation.api.AutomationViews.Trial;
import rapport.integrations.automation.api.AutomationViews.TrialRun;
import rapport.integrations.automation.api.AutomationViews.Versions;
import rapport.integrations.automation.definition.Definition;
import rapport.integrations.automation.definition.Definition.Written;
import rapport.integrations.automation.engine.Automations;
import rapport.integrations.automation.engine.DryRun;
import rapport.integrations.automation.store.StoredWorkflow;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;
import rapport.runtime.store.DuplicateKeyException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Automations as YAML. Everybody may read; a marketer, a seller and whoever looks after customers
 * may change.
 */
@RestController
@RequestMapping("/api/v1/automations")
@Allow({Role.MARKETER, Role.SALES, Role.SUCCESS})
final class AutomationController {

  private static final int MOST_DAYS = 90;

  private final Automations automations;
  private final DryRun dryRun;

  AutomationController(Automations automations, DryRun dryRun) {
    this.automations = automations;
    this.dryRun = dryRun;
  }

  /** Automations, written below {@code customer_workflows}. */
  record Text(String yaml) {
    Text {
      yaml = Objects.requireNonNullElse(yaml, "");
    }
  }

  /** Another text for an automation that was read at that revision. */
  record Edit(long rev, String yaml) {
    Edit {
      yaml = Objects.requireNonNullElse(yaml, "");
    }
  }

  /** A change that needs nothing else than the revision the automation was read at. */
  record At(long rev) {}

  /** Automations to be tried on what was observed in the last days, from 1 to 90. */
  record TrialRequest(String yaml, int days) {
    TrialRequest {
      yaml = Objects.requireNonNullElse(yaml, "");
    }
  }

  /** All automations of the workspace, with the playbooks that came with Rapport. */
  @GetMapping
  @Allow
  Mono<AutomationList> list(Caller caller) {
    return automations
        .all(caller.workspace())
        .map(all -> new AutomationList(all.stream().map(AutomationView::of).toList()));
  }

  /** Everything an automation may name: events, facts and actions. */
  @GetMapping("/vocabulary")
  @Allow
  Mono<Names> vocabulary() {
    return Mono.just(new Names(Vocabulary.list(), Actions.list()));
  }

  /** One automation. */
  @GetMapping("/{name}")
  @Allow
  Mono<AutomationView> get(Caller caller, @PathVariable String name) {
    return found(caller, name).map(AutomationView::of);
  }

  /** Every text it has had. */
  @GetMapping("/{name}/versions")
  @Allow
  Mono<Versions> versions(Caller caller, @PathVariable String name) {
    return found(caller, name).map(found -> new Versions(found.versions()));
  }

  /** Reads a text without keeping it. */
  @PostMapping("/validate")
  Mono<Reading> validate(Caller caller, @RequestBody Text text) {
    return automations.read(caller.workspace(), text.yaml()).map(Reading::of);
  }

  /** Tells what automations would have done, and does none of it. */
  @PostMapping("/dry-run")
  Mono<Trial> dryRun(Caller caller, @RequestBody TrialRequest request) {
    if (request.days() < 1 || request.days() > MOST_DAYS) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "invalid-value", "Days are from 1 to 90.");
    }
    return valid(caller, request.yaml())
        .flatMapIterable(written -> written)
        .concatMap(written -> dryRun.of(caller.workspace(), written.workflow(), request.days()))
        .collectList()
        .map(AutomationController::trial);
  }

  private static Trial trial(List<DryRun.Result> results) {
    return new Trial(
        results.stream().mapToInt(DryRun.Result::observed).sum(),
        results.stream().allMatch(DryRun.Result::complete),
        results.stream().flatMap(result -> result.runs().stream()).map(TrialRun::of).toList());
  }

  /** Adds every automation of the text, switched off. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<AutomationList> add(Caller caller, @RequestBody Text text) {
    return valid(caller, text.yaml())
        .flatMap(written -> free(caller, written))
        .flatMap(written -> automations.add(caller.workspace(), written, caller.subject()))
        .onErrorMap(DuplicateKeyException.class, _ -> taken("one of them"))
        .map(added -> new AutomationList(added.stream().map(AutomationView::of).toList()));
  }

  /** Refuses all when one cannot be added. */
  private Mono<List<Written>> free(Caller caller, List<Written> written) {
    return Flux.fromIterable(written)
        .map(automation -> automation.workflow().name())
        .concatMap(name -> automations.find(caller.workspace(), name))
        .next()
        .<List<Written>>flatMap(there -> Mono.error(taken(there.name())))
        .defaultIfEmpty(written);
  }

  /** Gives an automation another text; whatever it watched begins anew. */
  @PutMapping("/{name}")
  Mono<AutomationView> edit(Caller caller, @PathVariable String name, @RequestBody Edit edit) {
    return found(caller, name)
        .map(found -> at(found, edit.rev()))
        .flatMap(found ->
            valid(caller, edit.yaml())
                .doOnNext(written -> only(name, written))
                .flatMap(_ ->
                    automations.edit(caller.workspace(), found, edit.yaml(), caller.subject())))
        .switchIfEmpty(Mono.error(AutomationController::stale))
        .map(AutomationView::of);
  }

  /** From now on it runs; not for what held before. */
  @PostMapping("/{name}/enable")
  Mono<AutomationView> enable(Caller caller, @PathVariable String name, @RequestBody At at) {
    return found(caller, name)
        .map(found -> at(found, at.rev()))
        .flatMap(found -> valid(caller, found.current().yaml()).thenReturn(found))
        .flatMap(found -> automations.enable(caller.workspace(), found, true))
        .switchIfEmpty(Mono.error(AutomationController::stale))
        .map(AutomationView::of);
  }

  /** It begins no more runs; those it has begun go on. */
  @PostMapping("/{name}/disable")
  Mono<AutomationView> disable(Caller caller, @PathVariable String name, @RequestBody At at) {
    return found(caller, name)
        .map(found -> at(found, at.rev()))
        .flatMap(found -> automations.enable(caller.workspace(), found, false))
        .switchIfEmpty(Mono.error(AutomationController::stale))
        .map(AutomationView::of);
  }

  /**
   * Takes it away; runs it has begun go on, and can still be read.
   *
   * @param rev the revision it was read at
   */
  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> remove(Caller caller, @PathVariable String name, @RequestParam long rev) {
    return found(caller, name)
        .map(found -> at(found, rev))
        .flatMap(found -> automations.remove(caller.workspace(), found))
        .switchIfEmpty(Mono.error(AutomationController::stale))
        .then();
  }

  private Mono<List<Written>> valid(Caller caller, String yaml) {
    return automations
        .read(caller.workspace(), yaml)
        .map(definition ->
            switch (definition) {
              case Definition.Valid(var written) -> written;
              case Definition.Invalid(var faults) ->
                  throw Problem.of(
                          HttpStatus.UNPROCESSABLE_CONTENT,
                          "invalid-automation",
                          "It cannot be kept; each error names line and column.")
                      .withErrors(
                          faults.stream()
                              .map(fault ->
                                  new FieldError(
                                      "yaml:" + fault.line() + ":" + fault.column(),
                                      fault.code(),
                                      fault.detail()))
                              .toList());
            });
  }

  private static void only(String name, List<Written> written) {
    if (written.size() != 1 || !written.getFirst().workflow().name().equals(name)) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "another-automation",
          "The text must have " + name + ", and nothing else.");
    }
  }

  private Mono<StoredWorkflow> found(Caller caller, String name) {
    return automations
        .find(caller.workspace(), name)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such automation.")));
  }

  private static StoredWorkflow at(StoredWorkflow stored, long rev) {
    if (stored.rev() != rev) {
      throw stale();
    }
    return stored;
  }

  private static Problem stale() {
    return Problem.of(
        HttpStatus.CONFLICT, "stale", "Somebody changed the automation meanwhile; read it again.");
  }

  private static Problem taken(String name) {
    return Problem.of(HttpStatus.CONFLICT, "name-taken", "There is already " + name + ".");
  }
}
