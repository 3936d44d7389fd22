package rapport.conversation.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rapport.conversation.dialogue.Act;
import rapport.conversation.dialogue.Act.AskAbout.Topic;

/** What acts are called in evaluation files. */
final class ActNames {

  /** Where the name is not that of the type. */
  private static final Map<String, String> NAMES =
      Map.of(
          "ask_about", "question",
          "accept_suggestion", "confirm",
          "dismiss_suggestion", "deny",
          "add_item", "add_stage",
          "remove_item", "drop_stage",
          "move_item", "move_stage");

  /**
   * What else a label means: whether something is given for the first time is for the conversation
   * to say, and whoever labels an answer as giving none seldom tells in which way. Showing what is
   * known answers a question, and is a summary to most.
   */
  private static final Map<String, Set<String>> ALSO =
      Map.of(
          "fill", Set.of("correct"),
          "choose", Set.of("fill", "correct"),
          "confirm", Set.of("fill"),
          "deny", Set.of("fill"),
          "rename_stage", Set.of("correct"),
          "dont_know",
              Set.of("skip", "question", "recap", "small_talk", "handoff", "back", "go_to"),
          "question", Set.of("recap"),
          "summarise", Set.of("recap"));

  private ActNames() {}

  /** In small letters, such as {@code fill}, {@code dont_know} or {@code drop_stage}. */
  static String of(Act act) {
    if (act instanceof Act.AskAbout(_, var topic) && topic == Topic.RECAP) {
      return "recap";
    }
    var type =
        act.getClass()
            .getSimpleName()
            .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
            .toLowerCase(Locale.ROOT);
    return NAMES.getOrDefault(type, type);
  }

  /** Whether the acts are those labelled: each labelled one is there, and no other. */
  static boolean same(List<String> labelled, Set<String> acts) {
    return labelled.stream().allMatch(label -> acts.stream().anyMatch(act -> means(label, act)))
        && acts.stream().allMatch(act -> labelled.stream().anyMatch(label -> means(label, act)));
  }

  private static boolean means(String label, String act) {
    return label.equals(act) || ALSO.getOrDefault(label, Set.of()).contains(act);
  }
}
