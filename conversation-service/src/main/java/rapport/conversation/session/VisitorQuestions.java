package rapport.conversation.session;

import java.util.List;
import java.util.Set;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.DigressionHandled;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.conversation.value.QuestionMarks;

/** What a person asked in a message, for somebody else than the interview to answer. */
public final class VisitorQuestions {

  private static final int MOST = 3;

  /** "Hello?" wants no answer but a greeting. */
  private static final int MOST_WORDS_OF_GREETING = 2;

  /** Digressions that leave a question of the person to be answered. */
  private static final Set<String> LEAVE =
      Set.of("question", "other", "not-understood", "greeting", "thanks", "praise");

  private static final Set<String> ASK = Set.of("question", "other");

  private VisitorQuestions() {}

  /**
   * @param events all that came of the message
   */
  public static List<String> in(List<ConversationEvent> events) {
    var topics =
        events.stream()
            .filter(DigressionHandled.class::isInstance)
            .map(event -> ((DigressionHandled) event).topic())
            .toList();
    if (!LEAVE.containsAll(topics) || events.stream().anyMatch(VisitorQuestions::settles)) {
      return List.of();
    }
    var text =
        events.stream()
            .filter(MessageReceived.class::isInstance)
            .map(event -> ((MessageReceived) event).text().strip())
            .findFirst()
            .orElse("");
    if (topics.equals(List.of("greeting"))
        && text.split("\\s+", -1).length <= MOST_WORDS_OF_GREETING) {
      return List.of();
    }
    var asked = QuestionMarks.in(text).stream().limit(MOST).toList();
    return asked.isEmpty() && topics.stream().anyMatch(ASK::contains) ? List.of(text) : asked;
  }

  /** Whether the question was about the conversation itself, and has been dealt with. */
  private static boolean settles(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.ModeSwitched(_, _, var reason) -> reason.equals("requested");
      case ConversationEvent.LanguageChanged _,
          ConversationEvent.ClarificationAsked _,
          ConversationEvent.TurnUndone _,
          ConversationEvent.RevisitRequested _ ->
          true;
      default -> false;
    };
  }
}
