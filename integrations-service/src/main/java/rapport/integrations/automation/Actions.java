package rapport.integrations.automation;

import static rapport.integrations.automation.Actions.Kind.LIST;
import static rapport.integrations.automation.Actions.Kind.NAMED;
import static rapport.integrations.automation.Actions.Kind.TEXT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every action there is, and what each needs. */
public final class Actions {

  /** What a value is. */
  public enum Kind {
    TEXT,
    LIST,
    NAMED
  }

  /** A value an action takes. */
  public record Parameter(Kind kind, boolean required, String meaning) {}

  /**
   * An action.
   *
   * @param does what it really does, for people to read
   * @param parameters by name
   */
  public record Spec(String name, String does, Map<String, Parameter> parameters) {}

  private static final Map<String, Parameter> TASK_PARAMETERS =
      named(
          "assignee", new Parameter(TEXT, false, "the user who shall do it"),
          "role", new Parameter(TEXT, false, "the role of which anybody may do it"),
          "due", new Parameter(TEXT, false, "until when, such as 2d"),
          "note", new Parameter(TEXT, false, "more text; {{fact}} stands for a fact"));

  private static final Map<String, Spec> ALL = all();

  private Actions() {}

  public static Optional<Spec> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** In the order they are best shown in. */
  public static List<Spec> list() {
    return List.copyOf(ALL.values());
  }

  private static Map<String, Spec> all() {
    var all = new LinkedHashMap<String, Spec>();
    Stream.concat(tasks(), general()).forEach(spec -> all.put(spec.name(), spec));
    return all;
  }

  private static Stream<Spec> tasks() {
    return Stream.of(
        task("research_company", "Makes a task to research the company, with a checklist."),
        task(
            "score_icp_fit",
            "Notes the fit to the ideal customer where it is known; otherwise makes a task to"
                + " judge it."),
        task(
            "assign_owner",
            "Gives what the run makes from here on to the assignee, or to the owner there is;"
                + " without either makes a task to choose one."),
        task("schedule_outreach", "Makes a task to write, with a draft."),
        task("notify_account_manager", "Puts a notice into the owner's tasks."),
        task("create_intervention_plan", "Makes a task to plan a recovery, with a checklist."),
        task("schedule_check_in_call", "Makes a task to call, with what to talk about."),
        task("escalate_to_manager", "Makes an urgent task for a manager of the workspace."),
        task("identify_expansion_use_cases", "Makes a task to find more uses, with a checklist."),
        task("research_decision_makers", "Makes a task to find out who decides."),
        task(
            "create_expansion_opportunity",
            "Makes a task to open the deal, with what it should say."),
        task("notify_account_team", "Puts a notice into the team's tasks."));
  }

  private static Spec task(String name, String does) {
    return new Spec(name, does, TASK_PARAMETERS);
  }

  private static Stream<Spec> general() {
    return Stream.of(
        new Spec(
            "task",
            "Makes a task.",
            named(
                "title", new Parameter(TEXT, true, "one line; {{fact}} stands for a fact"),
                "text", new Parameter(TEXT, false, "whatever helps"),
                "checklist", new Parameter(LIST, false, "what it takes"),
                "assignee", new Parameter(TEXT, false, "the user who shall do it"),
                "role", new Parameter(TEXT, false, "the role of which anybody may do it"),
                "due", new Parameter(TEXT, false, "until when, such as 2d"),
                "priority", new Parameter(TEXT, false, "low, normal or high"))),
        new Spec(
            "email",
            "Sends an e-mail by the mail server of whoever runs Rapport.",
            named(
                "to", new Parameter(LIST, true, "addresses"),
                "subject", new Parameter(TEXT, true, "one line"),
                "text", new Parameter(TEXT, true, "plain text; {{fact}} stands for a fact"))),
        new Spec(
            "slack_message",
            "Posts into a channel through the workspace's connection.",
            named(
                "channel", new Parameter(TEXT, true, "its id or name"),
                "text", new Parameter(TEXT, true, "plain text; {{fact}} stands for a fact"))),
        new Spec(
            "webhook",
            "Calls a webhook of the workspace with the subject and whatever is given.",
            named(
                "webhook", new Parameter(TEXT, true, "its name or id"),
                "data", new Parameter(NAMED, false, "values by name; {{fact}} stands for a fact"))),
        new Spec(
            "crm_upsert",
            "Sets fields of the subject's record in the CRM, found by Rapport's id.",
            named("fields", new Parameter(NAMED, true, "values by the CRM's own names"))));
  }

  private static Map<String, Parameter> named(Object... namesAndParameters) {
    var parameters = new LinkedHashMap<String, Parameter>();
    for (var at = 0; at < namesAndParameters.length; at += 2) {
      parameters.put((String) namesAndParameters[at], (Parameter) namesAndParameters[at + 1]);
    }
    return parameters;
  }
}
