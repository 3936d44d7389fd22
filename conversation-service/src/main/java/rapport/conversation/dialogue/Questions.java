package rapport.conversation.dialogue;

import rapport.contracts.ConversationEvent;

/** Which question stands after a command. */
final class Questions {

  private Questions() {}

  /** Asks what is due, again if need be: a message always gets the question that stands. */
  static void ask(Draft draft) {
    var question = Agenda.of(draft.definition(), draft.now()).question();
    if (question.isEmpty()) {
      withdraw(draft);
    } else {
      var attempt = draft.now().interview().attempts(question) + 1;
      draft.emit(new ConversationEvent.QuestionAsked(question, attempt));
    }
  }

  /**
   * After an edit in the panel: asks the next thing only when the question that stood is settled.
   */
  static void moveOn(Draft draft) {
    var agenda = Agenda.of(draft.definition(), draft.now());
    var asked = draft.now().interview().asked();
    var stands =
        asked.stream().anyMatch(agenda.paths()::contains)
            && asked.stream().allMatch(path -> applies(draft, path));
    if (stands && !draft.has(ConversationEvent.PhaseEntered.class)) {
      return;
    }
    var question = agenda.question();
    if (!question.isEmpty()) {
      ask(draft);
    } else {
      withdraw(draft);
    }
  }

  private static boolean applies(Draft draft, String path) {
    return draft.definition().field(path).filter(f -> f.appliesTo(draft.now())).isPresent();
  }

  private static void withdraw(Draft draft) {
    var asked = draft.now().interview().asked();
    if (!asked.isEmpty()) {
      draft.emit(new ConversationEvent.QuestionWithdrawn(asked));
    }
  }
}
