package rapport.integrations.automation.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.integrations.automation.Action;
import rapport.integrations.automation.action.Effects;
import rapport.integrations.automation.definition.Definition;
import rapport.integrations.automation.definition.Definition.Written;
import rapport.integrations.automation.definition.DefinitionReader;
import rapport.integrations.automation.definition.Fault;
import rapport.integrations.automation.store.StoredWorkflow;
import rapport.integrations.automation.store.Workflows;
import rapport.runtime.store.DuplicateKeyException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people do with automations. Nothing is kept that could not run. */
@Component
public class Automations {

  private final Workflows workflows;
  private final Effects effects;
  private final Clock clock;
  private final List<Written> playbooks = Playbooks.all();

  Automations(Workflows workflows, Effects effects, Clock clock) {
    this.workflows = workflows;
    this.effects = effects;
    this.clock = clock;
  }

  /**
   * All of a workspace; the playbooks that come with Rapport are there, switched off, as long as
   * nobody took them away.
   */
  public Mono<List<StoredWorkflow>> all(String workspace) {
    return workflows
        .all(workspace)
        .collectList()
        .flatMap(there -> {
          var names = there.stream().map(StoredWorkflow::name).toList();
          var missing =
              playbooks.stream()
                  .filter(playbook -> !names.contains(playbook.workflow().name()))
                  .toList();
          return missing.isEmpty()
              ? Mono.just(there)
              : begun(workspace, missing).then(workflows.all(workspace).collectList());
        })
        .map(all -> all.stream().filter(StoredWorkflow::isThere).toList());
  }

  private Mono<Void> begun(String workspace, List<Written> missing) {
    return Flux.fromIterable(missing)
        .concatMap(playbook ->
            workflows
                .add(
                    workspace,
                    StoredWorkflow.first(
                        playbook.workflow().name(), true, playbook.yaml(), now(), null))
                .onErrorResume(DuplicateKeyException.class, _ -> Mono.empty()))
        .then();
  }

  /** Empty when there is none of that name. */
  public Mono<StoredWorkflow> find(String workspace, String name) {
    return workflows
        .find(workspace, name)
        .filter(StoredWorkflow::isThere)
        .switchIfEmpty(
            Mono.defer(() ->
                all(workspace)
                    .flatMapIterable(all -> all)
                    .filter(workflow -> workflow.name().equals(name))
                    .next()));
  }

  /** Reads a text, and asks whether the workspace has what its actions need. */
  public Mono<Definition> read(String workspace, String yaml) {
    return switch (DefinitionReader.read(yaml)) {
      case Definition.Invalid invalid -> Mono.just(invalid);
      case Definition.Valid valid ->
          Flux.fromIterable(valid.automations())
              .concatMapIterable(automation -> automation.workflow().actions())
              .map(Action::name)
              .distinct()
              .concatMap(action ->
                  effects.refusal(workspace, action).map(detail -> fault(yaml, action, detail)))
              .collectList()
              .map(faults -> faults.isEmpty() ? valid : new Definition.Invalid(faults));
    };
  }

  private static Fault fault(String yaml, String action, String detail) {
    var lines = yaml.lines().toList();
    for (var at = 0; at < lines.size(); at++) {
      var column = lines.get(at).indexOf(action);
      if (column >= 0) {
        return new Fault(at + 1, column + 1, "not-possible", detail);
      }
    }
    return new Fault(1, 1, "not-possible", detail);
  }

  /**
   * Adds automations, switched off.
   *
   * @return fails with {@link DuplicateKeyException} when a name is taken; those before it are
   *     there
   */
  public Mono<List<StoredWorkflow>> add(String workspace, List<Written> automations, String by) {
    return Flux.fromIterable(automations)
        .concatMap(automation -> added(workspace, automation, by))
        .collectList();
  }

  private Mono<StoredWorkflow> added(String workspace, Written automation, String by) {
    var name = automation.workflow().name();
    return workflows
        .find(workspace, name)
        .filter(there -> !there.isThere())
        .flatMap(gone -> workflows.replace(workspace, gone.edited(automation.yaml(), now(), by)))
        .switchIfEmpty(
            Mono.defer(() ->
                workflows.add(
                    workspace, StoredWorkflow.first(name, false, automation.yaml(), now(), by))));
  }

  /** Gives an automation another text; empty when it has moved meanwhile. */
  public Mono<StoredWorkflow> edit(
      String workspace, StoredWorkflow before, String yaml, String by) {
    return workflows.replace(workspace, before.edited(yaml, now(), by));
  }

  /** Switches it on or off; empty when it has moved meanwhile. */
  public Mono<StoredWorkflow> enable(String workspace, StoredWorkflow before, boolean enabled) {
    return before.enabled() == enabled
        ? Mono.just(before)
        : workflows.replace(workspace, before.switched(enabled));
  }

  /** Takes it away; a playbook does not come back by itself. Empty when it has moved meanwhile. */
  public Mono<StoredWorkflow> remove(String workspace, StoredWorkflow before) {
    return workflows.replace(workspace, before.removed(now()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
