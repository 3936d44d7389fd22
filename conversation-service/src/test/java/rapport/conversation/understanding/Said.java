package rapport.conversation.understanding;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import rapport.conversation.dialogue.Act;

/** Acts in the short form of {@code utterances.yaml}. */
public final class Said {

  private Said() {}

  public static List<String> all(List<Act> acts) {
    return acts.stream().map(Said::one).toList();
  }

  public static String one(Act act) {
    return switch (act) {
      case Act.Fill fill -> "fill " + fill.path() + " = " + fill.value().display();
      case Act.Correct correct -> "correct " + correct.path() + " = " + correct.value().display();
      case Act.Unsure unsure ->
          "unsure "
              + unsure.candidates().stream()
                  .map(fill -> fill.path() + " = " + fill.value().display())
                  .collect(Collectors.joining(" or "));
      case Act.Choose choose -> named("choose", choose.paths());
      case Act.Misfit misfit -> "misfit " + misfit.path() + " " + misfit.code();
      case Act.AddItem add ->
          "add %s %s%s"
              .formatted(add.group(), add.title(), add.index() == null ? "" : " at " + add.index());
      case Act.RemoveItem remove -> "remove " + remove.item();
      case Act.MoveItem move -> "move " + move.item() + " to " + move.index();
      case Act.Clear clear -> "clear " + clear.path();
      case Act.Skip skip -> named("skip", skip.paths());
      case Act.DontKnow unknown -> named("dont-know", unknown.paths());
      case Act.Back _ -> "back";
      case Act.SwitchLanguage to -> "speak " + to.language();
      case Act.GoTo to -> named("go-to", to.paths());
      case Act.AskAbout ask ->
          named(
              "ask-" + ask.topic().name().toLowerCase(Locale.ROOT),
              ask.path() == null ? List.of() : List.of(ask.path()));
      case Act.Confirm _ -> "confirm";
      case Act.Deny _ -> "deny";
      case Act.AcceptSuggestion accept -> "accept " + accept.path();
      case Act.DismissSuggestion dismiss -> "dismiss " + dismiss.path();
      case Act.Summarise summarise -> named("summarise", summarise.focus());
      case Act.Finish _ -> "finish";
      case Act.NewSubject _ -> "new-subject";
      case Act.Undo _ -> "undo";
      case Act.Handoff _ -> "handoff";
      case Act.SmallTalk talk -> talk.kind().name().toLowerCase(Locale.ROOT);
      case Act.NotUnderstood _ -> "not-understood";
    };
  }

  private static String named(String act, List<String> paths) {
    return paths.isEmpty() ? act : act + " " + String.join(" ", paths);
  }
}
