package rapport.integrations.automation.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.automation.Action;
import rapport.integrations.automation.Actions;
import rapport.integrations.automation.Run;
import rapport.integrations.automation.Vocabulary;
import rapport.integrations.automation.Workflow;
import rapport.integrations.automation.definition.Definition;
import rapport.integrations.automation.definition.Definition.Written;
import rapport.integrations.automation.definition.DefinitionReader;
import rapport.integrations.automation.definition.Fault;
import rapport.integrations.automation.store.StoredRun;
import rapport.integrations.automation.store.StoredWorkflow;

/** Automations and their runs as the API answers them. */
final class AutomationViews {

  private AutomationViews() {}

  /** Automations, by name. */
  record AutomationList(List<AutomationView> items) {}

  /**
   * An automation.
   *
   * @param rev to be given with the next change
   * @param subject the type of what it is about
   * @param actions their names, in order
   * @param playbook whether it came with Rapport
   * @param faults what keeps it from running; such an automation was kept by an earlier Rapport
   */
  record AutomationView(
      String name,
      long rev,
      int version,
      String title,
      String description,
      @Nullable String subject,
      @Nullable String trigger,
      List<String> actions,
      boolean enabled,
      boolean playbook,
      Instant changedAt,
      @Nullable String by,
      String yaml,
      List<Fault> faults) {

    static AutomationView of(StoredWorkflow stored) {
      return switch (DefinitionReader.read(stored.current().yaml())) {
        case Definition.Valid(var automations) ->
            of(stored, automations.getFirst().workflow(), List.of());
        case Definition.Invalid(var faults) -> of(stored, null, faults);
      };
    }

    private static AutomationView of(
        StoredWorkflow stored, @Nullable Workflow workflow, List<Fault> faults) {
      var current = stored.current();
      return new AutomationView(
          stored.name(),
          stored.rev(),
          current.version(),
          workflow == null ? stored.name() : workflow.title(),
          workflow == null ? "" : workflow.description(),
          workflow == null ? null : workflow.subject(),
          workflow == null ? null : workflow.trigger().text(),
          workflow == null ? List.of() : names(workflow),
          stored.enabled(),
          stored.playbook(),
          current.at(),
          current.by(),
          current.yaml(),
          faults);
    }
  }

  /** Every text an automation has had, the oldest first. */
  record Versions(List<StoredWorkflow.Version> items) {}

  /**
   * What a text says.
   *
   * @param automations empty when there are faults
   */
  record Reading(List<Outline> automations, List<Fault> faults) {

    static Reading of(Definition definition) {
      return switch (definition) {
        case Definition.Valid(var automations) ->
            new Reading(automations.stream().map(Outline::of).toList(), List.of());
        case Definition.Invalid(var faults) -> new Reading(List.of(), faults);
      };
    }
  }

  /** An automation in short. */
  record Outline(String name, String title, String subject, String trigger, List<String> actions) {

    static Outline of(Written written) {
      var workflow = written.workflow();
      return new Outline(
          workflow.name(),
          workflow.title(),
          workflow.subject(),
          workflow.trigger().text(),
          names(workflow));
    }
  }

  /** Everything an automation may name. */
  record Names(List<Vocabulary.Word> words, List<Actions.Spec> actions) {}

  /** Some of the runs, the latest first. */
  record RunPage(List<RunView> items, @Nullable String next) {}

  /**
   * A run.
   *
   * @param rev to be given with a retry
   * @param state {@code waiting}, {@code done} or {@code failed}
   */
  record RunView(
      String id,
      long rev,
      String automation,
      int version,
      Subject subject,
      String trigger,
      Instant startedAt,
      String state,
      List<StepView> steps) {

    static RunView of(StoredRun stored) {
      var run = stored.run();
      return new RunView(
          run.id(),
          stored.rev(),
          run.workflow(),
          run.version(),
          run.subject(),
          run.trigger(),
          run.startedAt(),
          wire(run.state()),
          run.steps().stream().map(StepView::of).toList());
    }
  }

  /**
   * A step of a run.
   *
   * @param due when it is tried again
   * @param at when it was done or given up
   * @param reference the id of what it made, such as a task's
   */
  record StepView(
      String action,
      String state,
      int attempts,
      @Nullable Instant due,
      @Nullable Instant at,
      @Nullable String result,
      @Nullable String reference,
      @Nullable String error) {

    static StepView of(Run.Step step) {
      return new StepView(
          step.action().name(),
          wire(step.state()),
          step.attempts(),
          step.due(),
          step.at(),
          step.result(),
          step.reference(),
          step.error());
    }
  }

  /**
   * What automations would have done.
   *
   * @param observed how many observations they were tried on
   * @param complete whether those were all there are
   */
  record Trial(int observed, boolean complete, List<TrialRun> runs) {}

  /** A run that would have begun. */
  record TrialRun(String automation, Subject subject, Instant at) {

    static TrialRun of(Run run) {
      return new TrialRun(run.workflow(), run.subject(), run.startedAt());
    }
  }

  private static List<String> names(Workflow workflow) {
    return workflow.actions().stream().map(Action::name).toList();
  }

  private static String wire(Run.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
