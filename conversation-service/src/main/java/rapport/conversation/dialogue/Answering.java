package rapport.conversation.dialogue;

import java.util.HashSet;
import java.util.Set;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldRejected;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;

/**
 * What a message says of fields and controls: fills, corrects and clears them, passes them over.
 */
final class Answering {

  private final Draft draft;
  private final DialogueCommand.Say say;
  private final Set<String> inQuestion;

  Answering(Draft draft, DialogueCommand.Say say) {
    this.draft = draft;
    this.say = say;
    this.inQuestion = inQuestion(draft.before());
  }

  /** What an answer to the question that stands may overwrite: it was asked about it. */
  private static Set<String> inQuestion(Dialogue dialogue) {
    var paths = new HashSet<>(dialogue.interview().revisit());
    dialogue.interview().asked().stream()
        .filter(path -> !dialogue.field(path).filled())
        .forEach(paths::add);
    return Set.copyOf(paths);
  }

  /** A value; what the panel wrote, and was not asked about, it does not overwrite. */
  void fill(String path, FieldValue value, String quote, double confidence) {
    take(path, value, quote, confidence, inQuestion.contains(path));
  }

  /** A value that is meant to take the place of another. */
  void correct(String path, FieldValue value, String quote, double confidence) {
    take(path, value, quote, confidence, true);
  }

  private void take(String path, FieldValue raw, String quote, double confidence, boolean meant) {
    var field = draft.definition().field(path).orElse(null);
    if (field == null) {
      return;
    }
    var source = say.source(quote, confidence);
    var choices = Choices.fromContext(field, draft.now());
    switch (Answers.check(field, raw, choices, draft.now().wording())) {
      case Answer.Refused(var code) -> draft.emit(new FieldRejected(path, code, quote));
      case Answer.Accepted(var value) when field.control() -> answer(path, value, source);
      case Answer.Accepted(var value) when draft.taken(path, value) ->
          draft.emit(new FieldRejected(path, RowChanges.ALREADY_THERE, quote));
      case Answer.Accepted(var value) -> write(path, value, source, meant);
    }
  }

  private void answer(String control, FieldValue value, Provenance source) {
    if (value.equals(draft.field(control).value())) {
      settleRevisit(control);
    } else {
      draft.emit(new ConversationEvent.ControlAnswered(control, value, source));
    }
  }

  private void write(String path, FieldValue value, Provenance source, boolean meant) {
    var state = draft.field(path);
    if (value.equals(state.value())) {
      dismiss(path);
      settleRevisit(path);
    } else if (state.value() == null || meant || !state.byPanel()) {
      draft.write(path, value, source);
    } else {
      draft.emit(new ConversationEvent.FieldSuggested(path, value, source));
    }
  }

  void clear(String path) {
    var current = draft.field(path).value();
    if (current != null && !isControl(path)) {
      draft.emit(new ConversationEvent.FieldCleared(path, current, say.source(say.text(), 1)));
    }
  }

  void skip(String path) {
    var state = draft.field(path);
    var field = draft.definition().field(path).orElse(null);
    var revisited = settleRevisit(path);
    var answered = !state.open() && state.status() != FieldState.Status.SKIPPED;
    if (field == null || (revisited && answered)) {
      return;
    }
    if (field.control() && field.type() == FieldType.CONFIRM) {
      var no = new FieldValue.Flag(field.implied());
      draft.emit(new ConversationEvent.ControlAnswered(path, no, say.source(say.text(), 1)));
    } else if (!state.filled()) {
      var again = field.required() && state.skips() > 0;
      draft.emit(
          again
              ? new ConversationEvent.FieldUnknown(path)
              : new ConversationEvent.FieldSkipped(path));
    }
  }

  void unknown(String path) {
    if (isControl(path)) {
      skip(path);
      return;
    }
    settleRevisit(path);
    if (!draft.field(path).filled()) {
      draft.emit(new ConversationEvent.FieldUnknown(path));
    }
  }

  /** The value that waits beside a field takes its place. */
  void accept(String path) {
    var waiting = draft.field(path).waiting();
    if (waiting == null) {
      return;
    }
    if (draft.taken(path, waiting.value())) {
      var said = waiting.value().display();
      draft.emit(new FieldRejected(path, RowChanges.ALREADY_THERE, said));
      dismiss(path);
    } else {
      draft.write(path, waiting.value(), waiting.source());
    }
  }

  /** The value that waits beside a field goes. */
  void dismiss(String path) {
    if (draft.field(path).waiting() != null) {
      draft.emit(new ConversationEvent.SuggestionDismissed(path));
    }
  }

  /** Takes a field off the list of those to see again; whether it was on it. */
  private boolean settleRevisit(String path) {
    var revisit = draft.now().interview().revisit();
    if (!revisit.contains(path)) {
      return false;
    }
    draft.emit(
        new ConversationEvent.RevisitRequested(
            revisit.stream().filter(other -> !other.equals(path)).toList()));
    return true;
  }

  private boolean isControl(String path) {
    return draft.definition().field(path).map(Field::control).orElse(false);
  }
}
