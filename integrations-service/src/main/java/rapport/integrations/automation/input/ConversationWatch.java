package rapport.integrations.automation.input;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AutomationEvent.Subject;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.AgentJoined;
import rapport.contracts.ConversationEvent.ColleagueCalled;
import rapport.contracts.ConversationEvent.EmailCaptured;
import rapport.contracts.ConversationEvent.IntentAssessed;
import rapport.contracts.ConversationEvent.PersonaAssessed;
import rapport.contracts.ConversationEvent.QuestionLeftOpen;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;

/**
 * What is seen of conversations on {@code rapport.conversation.events}: how they begin and end, and
 * what shows that somebody should look. What was said stays there.
 */
final class ConversationWatch {

  private ConversationWatch() {}

  static Watched apply(Watched before, Envelope<ConversationEvent> envelope) {
    return switch (envelope.event()) {
      case SessionStarted it -> {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("conversation_flow", it.flow());
        facts.put("conversation_locale", it.locale());
        yield conversation(before, envelope, facts, "conversation_started");
      }
      case SessionCompleted _ -> conversation(before, envelope, Map.of(), "conversation_completed");
      case EmailCaptured _ -> conversation(before, envelope, Map.of(), "email_captured");
      case QuestionLeftOpen _ -> conversation(before, envelope, Map.of(), "question_left_open");
      case ColleagueCalled(var reason) ->
          reason == null ? before : conversation(before, envelope, Map.of(), "colleague_called");
      case AgentJoined _ -> conversation(before, envelope, Map.of(), "agent_joined");
      case PersonaAssessed it ->
          conversation(before, envelope, Map.of("visitor_persona", it.persona()), null);
      case IntentAssessed it ->
          conversation(before, envelope, Map.of("visitor_intent", it.score()), null);
      default -> before;
    };
  }

  private static Watched conversation(
      Watched before,
      Envelope<ConversationEvent> envelope,
      Map<String, ? extends @Nullable Object> facts,
      @Nullable String event) {
    return before.seeing(
        EventCatalog.CONVERSATION.topic(),
        envelope,
        new Subject("conversation", envelope.stream()),
        facts,
        event);
  }
}
