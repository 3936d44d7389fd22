package rapport.integrations.automation.action;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.integrations.automation.Action;
import rapport.integrations.automation.StepOutcome;
import rapport.integrations.automation.definition.Durations;
import rapport.integrations.task.Task;
import rapport.integrations.task.Task.Change;
import rapport.integrations.task.Task.Item;
import rapport.integrations.task.Task.Origin;
import rapport.integrations.task.Task.Priority;
import rapport.integrations.task.Task.State;
import rapport.integrations.task.store.Tasks;
import reactor.core.publisher.Mono;

/**
 * Makes tasks: those of the built-in actions, and such as people describe. A task goes to the
 * assignee the action names, or to the subject's owner, or to anybody of a role. Its id is that of
 * the step, so a step that is tried again makes no second one.
 *
 * <p>Two actions may do without a task: {@code score_icp_fit} notes a fit that is known, and {@code
 * assign_owner} settles whose the run's tasks are from then on. It does not change the owner of the
 * account itself, which is kept elsewhere.
 */
@Component
final class TaskEffect implements Effect {

  private static final Duration USUAL_DUE = Duration.ofDays(2);

  private final Map<String, TaskTemplate> templates = TaskTemplate.builtIn();
  private final Tasks tasks;

  TaskEffect(Tasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public Set<String> actions() {
    var actions = new LinkedHashSet<>(templates.keySet());
    actions.add("task");
    return actions;
  }

  @Override
  public Mono<StepOutcome> apply(Call call) {
    var action = call.action().name();
    var owner = owner(call);
    if (action.equals("assign_owner") && owner != null) {
      return Mono.just(new StepOutcome.Done("Its tasks go to " + owner + ".", null, owner));
    }
    if (action.equals("score_icp_fit")
        && call.run().facts().get("lead_grade") instanceof String grade) {
      return Mono.just(new StepOutcome.Done("The grade is " + grade + ".", null, null));
    }
    return made(call);
  }

  private static @Nullable String owner(Call call) {
    return call.action().with().get("assignee") instanceof String assignee
        ? assignee
        : call.run().owner();
  }

  private Mono<StepOutcome> made(Call call) {
    var task = task(call, template(call.action()));
    return tasks
        .add(call.workspace(), task, call.now(), call.run().id())
        .map(stored ->
            new StepOutcome.Done("A task: " + stored.task().title(), stored.task().id(), null));
  }

  private TaskTemplate template(Action action) {
    var builtIn = templates.get(action.name());
    return builtIn != null
        ? builtIn
        : new TaskTemplate(
            action.text("title", action.name()),
            action.text("text", ""),
            texts(action.with().get("checklist")),
            "2d",
            null,
            action.text("priority", "normal"));
  }

  private static List<String> texts(@Nullable Object list) {
    return list instanceof List<?> texts ? texts.stream().map(String::valueOf).toList() : List.of();
  }

  private static Task task(Call call, TaskTemplate template) {
    var action = call.action();
    var run = call.run();
    var facts = run.facts();
    var due = Durations.read(action.text("due", template.due())).orElse(USUAL_DUE);
    var text =
        FactText.of(
            Objects.requireNonNullElse(template.text(), "") + "\n" + action.text("note", ""),
            facts);
    var checklist = template.checklist() == null ? List.<String>of() : template.checklist();
    return new Task(
        call.idempotencyKey(),
        FactText.of(template.title(), facts),
        text.strip(),
        checklist.stream().map(item -> new Item(FactText.of(item, facts), false)).toList(),
        run.subject(),
        owner(call),
        action.with().get("role") instanceof String role ? role : template.role(),
        Priority.of(Objects.requireNonNullElse(template.priority(), "normal"))
            .orElse(Priority.NORMAL),
        call.now().plus(due),
        State.OPEN,
        new Origin(run.workflow(), run.id(), call.step()),
        List.of(),
        List.of(new Change(call.now(), null, "created", null)));
  }
}
