package rapport.conversation.dialogue;

import java.util.List;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.conversation.dialogue.Decision.Accepted;
import rapport.conversation.dialogue.Decision.Rejected;
import rapport.conversation.dialogue.DialogueCommand.Complete;
import rapport.conversation.dialogue.DialogueCommand.DraftSummary;
import rapport.conversation.dialogue.DialogueCommand.Edit;
import rapport.conversation.dialogue.DialogueCommand.Say;
import rapport.conversation.dialogue.DialogueCommand.Start;
import rapport.conversation.dialogue.DialogueCommand.SummaryReady;
import rapport.conversation.dialogue.DialogueCommand.Undo;
import rapport.conversation.flow.FlowDefinition;

/** What a command means for a conversation: the events that follow, or why none do. */
public final class DialogueDecider {

  private DialogueDecider() {}

  public static Decision decide(
      FlowDefinition definition, Dialogue dialogue, DialogueCommand command) {
    return switch (dialogue.stage()) {
      case NOT_STARTED ->
          command instanceof Start start
              ? start(definition, dialogue, start)
              : new Rejected("conversation-not-started", List.of());
      case IN_PROGRESS, COMPLETED ->
          decideStarted(new Draft(definition, dialogue, command), command);
    };
  }

  private static Decision decideStarted(Draft draft, DialogueCommand command) {
    return switch (command) {
      case Start _ -> new Rejected("conversation-already-started", List.of());
      case Say say -> say(draft, say);
      case Edit edit -> settled(draft, PanelEdit.decide(draft, edit));
      case Undo undo -> undo(draft, undo);
      case DraftSummary(var focus) -> settled(draft, requestSummary(draft, focus));
      case SummaryReady ready -> settled(draft, summaryReady(draft, ready));
      case Complete _ -> settled(draft, complete(draft));
    };
  }

  private static Decision start(FlowDefinition definition, Dialogue dialogue, Start start) {
    var draft = new Draft(definition, dialogue, start);
    draft.emit(
        new ConversationEvent.SessionStarted(
            definition.name(), definition.version(), start.locale(), start.actor()));
    definition
        .fields()
        .forEach(field -> {
          var known = field.prefill() == null ? null : dialogue.context(field.prefill());
          if (known != null && !known.isBlank()) {
            var source = new Provenance(Origin.PREFILL, null, null, 1);
            draft.emit(
                new ConversationEvent.FieldCaptured(field.path(), FieldValue.text(known), source));
          }
        });
    Consequences.settle(draft);
    Questions.ask(draft);
    return draft.accepted();
  }

  private static Decision say(Draft draft, Say say) {
    draft.emit(new ConversationEvent.MessageReceived(say.messageId(), say.text()));
    var listener = new ChatTurn(draft, say);
    say.acts().forEach(listener::hear);
    Consequences.settle(draft);
    Questions.ask(draft);
    return draft.accepted();
  }

  private static Decision undo(Draft draft, Undo undo) {
    return switch (Undoing.decide(draft, undo.messageId())) {
      case Rejected rejected -> rejected;
      case Accepted _ -> {
        Consequences.settle(draft);
        Questions.ask(draft);
        yield draft.accepted();
      }
    };
  }

  /** Draws the consequences of a decision that was not made in the chat. */
  private static Decision settled(Draft draft, Decision decision) {
    return switch (decision) {
      case Rejected rejected -> rejected;
      case Accepted _ when draft.isEmpty() -> draft.accepted();
      case Accepted _ -> {
        Consequences.settle(draft);
        Questions.moveOn(draft);
        yield draft.accepted();
      }
    };
  }

  static Decision requestSummary(Draft draft, List<String> focus) {
    if (draft.definition().summaryField().isEmpty()) {
      return new Rejected("no-summary-here", List.of());
    }
    draft.emit(new ConversationEvent.SummaryRequested(focus));
    return draft.accepted();
  }

  private static Decision summaryReady(Draft draft, SummaryReady ready) {
    draft.emit(new ConversationEvent.SummaryProduced(ready.text(), ready.focus(), ready.basis()));
    var path = draft.definition().summaryField();
    var value = FieldValue.text(ready.text());
    var source = new Provenance(Origin.GENERATED, null, null, 1);
    var current = draft.field(path).value();
    if (current == null) {
      draft.emit(new ConversationEvent.FieldCaptured(path, value, source));
    } else if (!current.equals(value)) {
      draft.emit(new ConversationEvent.FieldCorrected(path, current, value, source));
    }
    return draft.accepted();
  }

  private static Decision complete(Draft draft) {
    if (draft.now().completed()) {
      return draft.accepted();
    }
    var missing = Agenda.missing(draft.definition(), draft.now());
    if (!missing.isEmpty()) {
      return new Rejected("required-fields-missing", missing);
    }
    draft.emit(new ConversationEvent.SessionCompleted());
    return draft.accepted();
  }
}
