package rapport.conversation.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.conversation.dialogue.Decision.Rejected;

/**
 * Takes a message back: every field it changed, and nobody changed since, is what it was before.
 */
final class Undoing {

  private Undoing() {}

  static Decision decide(Draft draft, @Nullable String messageId) {
    var turns = draft.before().turns().reversed();
    var turn =
        turns.stream()
            .filter(candidate -> candidate.messageId().equals(messageId))
            .findFirst()
            .or(() -> turns.stream().filter(latest -> !latest.changedNothing()).findFirst())
            .orElse(null);
    if (turn == null) {
      return new Rejected("nothing-to-undo", List.of());
    }
    draft.emit(new ConversationEvent.TurnUndone(turn.messageId()));
    restoreLanguage(draft, turn);
    new UndoneRows(draft, turn).restore();
    turn.after()
        .forEach((path, left) -> {
          if (draft.definition().field(path).isPresent()
              && draft.field(path).rev() == left.rev()
              && !draft.field(path).equals(before(turn, path))) {
            var earlier = before(turn, path);
            if (earlier.value() != null && draft.taken(path, earlier.value())) {
              return; // another row has been given this name since
            }
            draft.emit(new ConversationEvent.FieldReset(path, earlier.value(), earlier.source()));
          }
        });
    return draft.accepted();
  }

  private static void restoreLanguage(Draft draft, Turn turn) {
    var now = draft.now().locale();
    if (now.equals(turn.localeAfter()) && !now.equals(turn.localeBefore())) {
      draft.emit(new ConversationEvent.LanguageChanged(now, turn.localeBefore()));
    }
  }

  private static FieldState before(Turn turn, String path) {
    return turn.before().getOrDefault(path, FieldState.UNTOUCHED);
  }
}
