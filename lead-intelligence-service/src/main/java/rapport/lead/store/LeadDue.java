package rapport.lead.store;

import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.EmailCaptured;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.FieldCleared;
import rapport.contracts.ConversationEvent.FieldCorrected;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.ModeSwitched;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.contracts.Envelope;
import rapport.lead.visitor.Visitor;
import rapport.runtime.projection.Views.Change;

/** What happened to a visitor that may make a difference to a lead. */
final class LeadDue {

  private LeadDue() {}

  /** Whether a lead is to be looked at: the visitor has an address, or may have lost one. */
  static boolean is(Change<Visitor, ConversationEvent> change) {
    return change.applied().stream()
        .map(Envelope::event)
        .anyMatch(event ->
            switch (event) {
              case FieldReset _, FieldCleared _ -> true;
              case MessageReceived _,
                  TurnUndone _,
                  FieldCaptured _,
                  FieldCorrected _,
                  EmailCaptured _,
                  ModeSwitched _ ->
                  change.view().particulars().contact() != null;
              default -> false;
            });
  }

  /** Whether somebody has just given an address. */
  static boolean isUrgent(Change<Visitor, ConversationEvent> change) {
    return change.applied().stream().anyMatch(one -> one.event() instanceof EmailCaptured);
  }
}
