package rapport.conversation.dialogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.IntentAssessed;
import rapport.contracts.ConversationEvent.PersonaAssessed;
import rapport.contracts.ConversationEvent.QuestionAnswered;
import rapport.contracts.ConversationEvent.Signal;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Conduct;

/**
 * Where a conversation stands beside its answers: who conducts it, and what others made of it.
 *
 * @param mode the flow's mode, or null in flows without modes
 * @param left the mode before that one
 * @param persona who the person is taken for, or null
 * @param intent how likely they are to buy, or null while nobody has said
 * @param noticed types of signals and topics of questions so far
 * @param openQuestions what they asked and nobody has answered
 * @param called what a colleague was called for while none has come, or null
 * @param agent who took the conversation over, or null
 */
public record Standing(
    @Nullable String mode,
    @Nullable String left,
    @Nullable PersonaAssessed persona,
    @Nullable IntentAssessed intent,
    Set<String> noticed,
    List<String> openQuestions,
    @Nullable String called,
    @Nullable Agent agent) {

  static final Standing NONE =
      new Standing(null, null, null, null, Set.of(), List.of(), null, null);

  /** A colleague. */
  public record Agent(String id, String name) {}

  public Standing {
    noticed = Set.copyOf(noticed);
    openQuestions = List.copyOf(openQuestions);
  }

  /** What a guard sees under a path; null when there is nothing. */
  @Nullable FieldValue value(String path) {
    return switch (path) {
      case Conduct.MODE -> mode == null ? null : FieldValue.text(mode);
      case "persona.id" -> persona == null ? null : FieldValue.text(persona.persona());
      case "persona.confidence" -> persona == null ? null : number(persona.confidence());
      case "intent.band" -> intent == null ? null : FieldValue.text(band(intent.score()));
      case "intent.score" -> intent == null ? null : number(intent.score());
      case String other ->
          other.startsWith(Conduct.NOTICED)
                  && noticed.contains(other.substring(Conduct.NOTICED.length()))
              ? new FieldValue.Flag(true)
              : null;
    };
  }

  /** Whether this very message has been assessed. */
  public boolean assessed(String messageId) {
    return intent != null && intent.messageId().equals(messageId);
  }

  private static String band(double score) {
    return score < 1.0 / 3 ? "low" : score < 2.0 / 3 ? "medium" : "high";
  }

  private static FieldValue number(double score) {
    return new FieldValue.Num(BigDecimal.valueOf(score));
  }

  Standing in(String newMode, @Nullable String oldMode) {
    return new Standing(newMode, oldMode, persona, intent, noticed, openQuestions, called, agent);
  }

  Standing takenFor(PersonaAssessed assessed) {
    return new Standing(mode, left, assessed, intent, noticed, openQuestions, called, agent);
  }

  Standing meaning(IntentAssessed assessed) {
    var types = assessed.signals().stream().map(Signal::type).toList();
    return new Standing(mode, left, persona, assessed, with(types), openQuestions, called, agent);
  }

  Standing answered(QuestionAnswered answer) {
    var topics = with(List.of(answer.topic()));
    return new Standing(mode, left, persona, intent, topics, openQuestions, called, agent);
  }

  Standing wondering(String question) {
    var all = new ArrayList<>(openQuestions);
    all.add(question);
    return new Standing(mode, left, persona, intent, noticed, all, called, agent);
  }

  Standing with(@Nullable Agent newAgent) {
    return new Standing(mode, left, persona, intent, noticed, openQuestions, null, newAgent);
  }

  Standing calling(@Nullable String reason) {
    return new Standing(mode, left, persona, intent, noticed, openQuestions, reason, agent);
  }

  private Set<String> with(List<String> types) {
    var all = new LinkedHashSet<>(noticed);
    all.addAll(types);
    return all;
  }
}
