package rapport.conversation.dialogue;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * panel wins over the chat, lists merge, and two panels that disagree are shown to each other.
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
      write(draft, edit, null);
      return draft.accepted();
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

  private static void write(Draft draft, Edit edit, @Nullable FieldValue value) {
    var path = edit.path();
    var state = draft.field(path);
    var source = new Provenance(Origin.PANEL, edit.actor(), null, 1);
    if (same(state, value)) {
      if (state.waiting() != null) {
        draft.emit(new ConversationEvent.SuggestionDismissed(path));
      }
      return;
    }
    if (edit.baseRev() >= state.rev() || !state.byPanel()) {
      take(draft, path, value, source);
    } else if (state.value() instanceof FieldValue.Tags(var mine)
        && value instanceof FieldValue.Tags(var theirs)) {
      var merged = merge(tagsOf(state.previous()), mine, theirs);
      if (!same(state, merged)) {
        take(draft, path, merged, source);
      }
    } else if (state.value() != null && value != null) {
      draft.emit(new ConversationEvent.FieldConflicted(path, state.value(), value, source));
    } else {
      take(draft, path, value, source);
    }
  }

  private static void take(
      Draft draft, String path, @Nullable FieldValue value, Provenance source) {
    var current = draft.field(path).value();
    if (value != null) {
      draft.write(path, value, source);
    } else if (current != null) {
      draft.emit(new ConversationEvent.FieldCleared(path, current, source));
    }
  }

  /** Keeps what either side added and drops what either side removed since the common base. */
  private static FieldValue merge(List<String> base, List<String> mine, List<String> theirs) {
    var merged = new LinkedHashSet<>(mine);
    base.stream().filter(tag -> !theirs.contains(tag)).forEach(merged::remove);
    theirs.stream().filter(tag -> !base.contains(tag)).forEach(merged::add);
    return new FieldValue.Tags(List.copyOf(merged));
  }

  private static List<String> tagsOf(@Nullable FieldValue value) {
    return value instanceof FieldValue.Tags(var tags) ? tags : List.of();
  }

  private static boolean same(FieldState state, @Nullable FieldValue value) {
    return value == null ? !state.filled() : value.equals(state.value());
  }

  private static Rejected rejected(String code, Edit edit) {
    return new Rejected(code, List.of(edit.path()));
  }
}
