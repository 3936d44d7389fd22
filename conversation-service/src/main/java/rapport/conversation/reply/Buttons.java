package rapport.conversation.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.ClarificationAsked;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Choices;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.FieldState;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.knowledge.PersonaCard;
import rapport.conversation.reply.ReplyPlan.Label;
import rapport.conversation.reply.ReplyPlan.PlannedButton;

/** The short cuts that go with a reply. */
final class Buttons {
  private static final int MOST_TOPICS = 3;

  private final FlowDefinition definition;
  private final Dialogue dialogue;
  private final Part.Arg.@Nullable Value offered;
  private final List<PlannedButton> buttons = new ArrayList<>();

  Buttons(FlowDefinition definition, Dialogue dialogue, Part.Arg.@Nullable Value offered) {
    this.definition = definition;
    this.dialogue = dialogue;
    this.offered = offered;
  }

  List<PlannedButton> forQuestion(
      List<String> question, @Nullable PersonaCard persona, List<String> nextSteps) {
    dialogue.fields().forEach(this::decideWaiting);
    openConversation(question, persona, nextSteps);
    if (question.isEmpty()) {
      return buttons;
    }
    var first = definition.byPath().get(question.getFirst());
    if (first == null) {
      return buttons;
    }
    switch (first.type()) {
      case CHOICE -> options(first);
      case CONFIRM -> confirm(first);
      default -> {
        suggestions(first);
        pass();
      }
    }
    return buttons;
  }

  /** Topics worth a tap; what can be done next, when nothing is asked; a colleague. */
  private void openConversation(
      List<String> question, @Nullable PersonaCard persona, List<String> nextSteps) {
    var conduct = definition.conduct();
    if (!conduct.openEnded() || conduct.isHuman(dialogue.standing().mode())) {
      return;
    }
    var picked =
        question.stream()
            .flatMap(path -> definition.field(path).stream())
            .anyMatch(field -> field.type().picked() || field.timing().waits());
    if (persona != null && !picked) {
      persona.buttons().stream().limit(MOST_TOPICS).forEach(this::offer);
    }
    if (question.isEmpty()) {
      nextSteps.forEach(step -> add(new Label.Remark(step), Action.ask(step)));
      if (conduct.handoff() != null) {
        add(message("button.handoff"), Action.of(Action.Type.HANDOFF));
      }
    }
  }

  private void offer(PersonaCard.Button button) {
    add(
        new Label.Words(button.label()),
        button.topic() == null ? Action.say(button.label()) : Action.ask(button.label()));
  }

  /** What can be tapped while it is unclear what was meant. */
  List<PlannedButton> forClarification(ClarificationAsked unclear) {
    var candidates = unclear.candidates();
    if (candidates.size() == 1) {
      add(message("button.yes"), Action.of(Action.Type.CHOOSE, candidates.getFirst().path()));
      add(message("button.no"), Action.of(Action.Type.CHOOSE));
      return buttons;
    }
    for (var candidate : candidates) {
      add(new Label.Field(candidate.path()), Action.of(Action.Type.CHOOSE, candidate.path()));
    }
    var count = new Part.Arg.Count(candidates.size());
    add(message("button.neither", "count", count), Action.of(Action.Type.CHOOSE));
    return buttons;
  }

  /** For somebody who quoted another language rather than going over to it. */
  void backTo(String language) {
    add(
        new Label.Words(Languages.ownName(language)),
        new Action(Action.Type.LANGUAGE, null, FieldValue.text(language)));
  }

  private void confirm(Field field) {
    var yes = Action.answer(field.path(), new FieldValue.Flag(true));
    if (field.implied()) {
      add(message("button.start"), yes);
    } else {
      add(message("button.yes"), yes);
      add(message("button.no"), Action.answer(field.path(), new FieldValue.Flag(false)));
    }
  }

  private void decideWaiting(String path, FieldState state) {
    var waiting = state.waiting();
    if (waiting != null && state.value() != null && !waiting.conflict()) {
      add(
          message("button.use", "value", new Part.Arg.Value(path, waiting.value())),
          Action.of(Action.Type.ACCEPT_SUGGESTION, path));
      add(
          message("button.keep", "value", new Part.Arg.Value(path, state.value())),
          Action.of(Action.Type.DISMISS_SUGGESTION, path));
    }
  }

  private void options(Field field) {
    Choices.of(field, dialogue)
        .forEach(option ->
            add(
                new Label.Option(field.path(), option),
                Action.answer(field.path(), FieldValue.text(option))));
  }

  private void suggestions(Field field) {
    if (offered != null && offered.value() != null) {
      add(new Label.Words(offered.value().display()), Action.answer(field.path(), offered.value()));
    }
    field.suggestions().stream()
        .map(suggestion ->
            new PlannedButton(
                new Label.Option(field.path(), suggestion),
                Action.answer(
                    field.path(),
                    field.type() == FieldType.TAGS
                        ? new FieldValue.Tags(List.of(suggestion))
                        : FieldValue.text(suggestion))))
        .forEach(buttons::add);
  }

  private void pass() {
    add(message("button.skip"), Action.of(Action.Type.SKIP));
    if (definition.conduct().openEnded()) {
      return; // nobody has to know anything in a talk without an end
    }
    add(message("button.dont_know"), Action.of(Action.Type.DONT_KNOW));
  }

  private void add(Label label, Action action) {
    buttons.add(new PlannedButton(label, action));
  }

  private static Label message(String key) {
    return new Label.Message(key, Map.of());
  }

  private static Label message(String key, String name, Part.Arg value) {
    return new Label.Message(key, Map.of(name, value));
  }
}
