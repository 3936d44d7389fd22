package rapport.conversation.dialogue;

import java.util.LinkedHashSet;
import java.util.List;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.conversation.dialogue.Decision.Rejected;
import rapport.conversation.dialogue.DialogueCommand.Edit;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;

/**
 * What an edit in the panel does. On the newest base it is taken. On a stale one the hand on the
 * panel wins over the chat, lists merge, and two panels that disagree are shown to each other; what
 * another panel has written meanwhile is not emptied.
 */
final class PanelEdit {

  private PanelEdit() {}

  static Decision decide(Draft draft, Edit edit) {
    var field = draft.definition().field(edit.path()).orElse(null);
    if (field == null || field.control()) {
      return rejected("unknown-field", edit);
    }
    if (!field.appliesTo(draft.now())) {
      return rejected("does-not-apply", edit);
    }
    if (edit.baseRev() > draft.before().rev()) {
      return rejected("unknown-revision", edit);
    }
    if (edit.value() == null) {
      return empty(draft, edit);
    }
    return switch (Answers.check(field, edit.value(), List.of(), draft.now().wording())) {
      case Answer.Refused(var code) -> rejected(code, edit);
      case Answer.Accepted(var value) when draft.taken(edit.path(), value) ->
          rejected(RowChanges.ALREADY_THERE, edit);
      case Answer.Accepted(var value) -> {
        write(draft, edit, value);
        yield draft.accepted();
      }
    };
  }

  private static Decision empty(Draft draft, Edit edit) {
    var state = draft.field(edit.path());
    if (!state.filled()) {
      dismiss(draft, edit.path());
      return draft.accepted();
    }
    if (overtaken(edit, state)) {
      return rejected("changed-meanwhile", edit);
    }
    clear(draft, edit);
    return draft.accepted();
  }

  private static void write(Draft draft, Edit edit, FieldValue value) {
    var path = edit.path();
    var state = draft.field(path);
    var held = state.value();
    if (value.equals(held)) {
      dismiss(draft, path);
    } else if (held == null || !overtaken(edit, state)) {
      draft.write(path, value, source(edit));
    } else if (held instanceof FieldValue.Tags(var mine)
        && value instanceof FieldValue.Tags(var theirs)) {
      var merged = merge(base(edit, state), mine, theirs);
      if (merged.isEmpty()) {
        clear(draft, edit);
      } else {
        draft.write(path, new FieldValue.Tags(merged), source(edit));
      }
    } else {
      draft.emit(new ConversationEvent.FieldConflicted(path, held, value, source(edit)));
    }
  }

  /** Whether another panel has written what the one that edits did not see. */
  private static boolean overtaken(Edit edit, FieldState state) {
    return edit.baseRev() < state.rev() && state.byPanel();
  }

  private static void clear(Draft draft, Edit edit) {
    var current = draft.field(edit.path()).value();
    if (current != null) {
      draft.emit(new ConversationEvent.FieldCleared(edit.path(), current, source(edit)));
    }
  }

  private static void dismiss(Draft draft, String path) {
    if (draft.field(path).waiting() != null) {
      draft.emit(new ConversationEvent.SuggestionDismissed(path));
    }
  }

  private static Provenance source(Edit edit) {
    return new Provenance(Origin.PANEL, edit.actor(), null, 1);
  }

  /**
   * What both sides began with. Where more than one change has come since, nobody knows any more:
   * then nothing counts as removed.
   */
  private static List<String> base(Edit edit, FieldState state) {
    return edit.baseRev() >= state.previousRev()
            && state.previous() instanceof FieldValue.Tags(var tags)
        ? tags
        : List.of();
  }

  /** Keeps what either side added and drops what either side removed since the common base. */
  private static List<String> merge(List<String> base, List<String> mine, List<String> theirs) {
    var merged = new LinkedHashSet<>(mine);
    base.stream().filter(tag -> !theirs.contains(tag)).forEach(merged::remove);
    theirs.stream().filter(tag -> !base.contains(tag)).forEach(merged::add);
    return List.copyOf(merged);
  }

  private static Rejected rejected(String code, Edit edit) {
    return new Rejected(code, List.of(edit.path()));
  }
}
