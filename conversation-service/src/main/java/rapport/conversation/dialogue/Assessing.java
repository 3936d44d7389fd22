package rapport.conversation.dialogue;

import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.IntentAssessed;
import rapport.contracts.ConversationEvent.PersonaAssessed;

/** Takes in what others made of a message; what they made of an earlier one changes nothing. */
final class Assessing {

  /** A persona that is a little more or less likely than before is no news. */
  private static final double NEWS = 0.05;

  private Assessing() {}

  static void take(Draft draft, Assessment assessment) {
    var known = draft.now().standing().intent();
    if (known != null && known.messageRev() >= assessment.messageRev()) {
      return;
    }
    var persona = assessment.persona();
    if (persona != null && isNews(draft.now().standing().persona(), persona)) {
      draft.emit(
          new PersonaAssessed(
              assessment.messageId(),
              persona.id(),
              persona.name(),
              persona.confidence(),
              persona.evidence(),
              persona.order()));
    }
    draft.emit(
        new IntentAssessed(
            assessment.messageId(),
            assessment.messageRev(),
            assessment.intent(),
            assessment.evidence(),
            assessment.signals()));
  }

  private static boolean isNews(@Nullable PersonaAssessed known, Assessment.Persona persona) {
    return known == null
        || !known.persona().equals(persona.id())
        || !known.order().equals(persona.order())
        || Math.abs(known.confidence() - persona.confidence()) >= NEWS;
  }
}
