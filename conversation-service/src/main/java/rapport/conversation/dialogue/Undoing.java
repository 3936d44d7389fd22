package rapport.conversation.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.conversation.dialogue.Decision.Rejected;

/**
 * Takes a message back: every field it changed, and nobody changed since, is what it was before, be
 * that passed over, and the question that stood before it stands again. Said again, it goes further
 * back; taking back is itself taken back only by its message's id.
 */
final class Undoing {

  private Undoing() {}

  /**
   * @param messageId the message, or null for the latest that changed something
   */
  static Decision decide(Draft draft, @Nullable String messageId) {
    var latest = draft.before().latestTurn();
    var turn =
        messageId == null
            ? latest.orElse(null)
            : draft.before().turns().reversed().stream()
                .filter(candidate -> candidate.messageId().equals(messageId))
                .findFirst()
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
              && !draft.field(path).equals(turn.before(path))) {
            var earlier = turn.before(path);
            if (earlier.value() != null && draft.taken(path, earlier.value())) {
              return; // another row has been given this name since
            }
            draft.emit(new ConversationEvent.FieldReset(path, earlier.value(), earlier.source()));
            passOverAgain(draft, path, earlier.status());
          }
        });
    if (latest.filter(turn::equals).isPresent()) {
      restoreRevisits(draft, turn);
    }
    restoreMode(draft, turn);
    if (turn.finishes() && draft.now().completed()) {
      draft.emit(new ConversationEvent.SessionResumed());
    }
    return draft.accepted();
  }

  private static void restoreLanguage(Draft draft, Turn turn) {
    var now = draft.now().locale();
    if (now.equals(turn.localeAfter()) && !now.equals(turn.localeBefore())) {
      draft.emit(new ConversationEvent.LanguageChanged(now, turn.localeBefore()));
    }
  }

  /** A colleague who came in the meantime stays. */
  private static void restoreMode(Draft draft, Turn turn) {
    var standing = draft.now().standing();
    var before = turn.modeBefore();
    var now = standing.mode();
    if (before != null
        && now != null
        && now.equals(turn.modeAfter())
        && !now.equals(before)
        && standing.agent() == null) {
      draft.emit(new ConversationEvent.ModeSwitched(now, before, "undone"));
    }
  }

  private static void passOverAgain(Draft draft, String path, FieldState.Status status) {
    switch (status) {
      case SKIPPED -> draft.emit(new ConversationEvent.FieldSkipped(path));
      case UNKNOWN -> draft.emit(new ConversationEvent.FieldUnknown(path));
      case OPEN, FILLED -> {}
    }
  }

  /** What the person wanted to see again, and has not been shown any more. */
  private static void restoreRevisits(Draft draft, Turn turn) {
    var revisit = turn.interview().revisit();
    if (!draft.now().interview().revisit().equals(revisit)) {
      draft.emit(new ConversationEvent.RevisitRequested(revisit));
    }
  }
}
