package rapport.lead.visitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.contracts.Envelope;
import rapport.contracts.LeadEvent;
import rapport.contracts.LeadEvent.Evidence;
import rapport.contracts.LeadEvent.VisitorAssessed;
import rapport.lead.detection.Belief;
import rapport.lead.detection.PersonaModel;
import rapport.lead.signal.BuyingIntent;

/**
 * One visitor's conversation and what is thought of them. Messages are read when they come, by the
 * personas there are then; what was read stays.
 *
 * @param id the conversation's id
 * @param particulars what the conversation wrote down of them
 * @param judged false when the visitor does not want to be profiled: nothing they say is read then
 */
public record Visitor(
    String id,
    Beginning beginning,
    Readings readings,
    Particulars particulars,
    Assessments assessments,
    boolean judged) {

  /** The flow whose conversations are those of visitors. */
  public static final String FLOW = "lead-to-sales";

  private static final MessageReader READER = new MessageReader();
  private static final int EVIDENCE_TOLD = 12;

  /** Somebody nothing is known of. */
  public static Visitor none(String id) {
    return new Visitor(id, Beginning.NONE, Readings.NONE, Particulars.NONE, Assessments.NONE, true);
  }

  /** Whether this is a conversation of another kind. */
  public boolean isNoVisitor() {
    return beginning.flow() != null && !beginning.flow().equals(FLOW);
  }

  /** The visitor after one more event of the conversation; most events change nothing. */
  public Visitor apply(Envelope<ConversationEvent> envelope, Judgement judgement) {
    return switch (envelope.event()) {
      case SessionStarted started -> begun(started, envelope, judgement);
      case MessageReceived _ when !judged -> with(readings.at(time(envelope)));
      case MessageReceived message -> heard(message, envelope, judgement);
      case TurnUndone undone -> without(undone.messageId(), envelope, judgement);
      default -> with(particulars.apply(envelope));
    };
  }

  private Visitor begun(
      SessionStarted started, Envelope<ConversationEvent> envelope, Judgement judgement) {
    var arrival = started.arrival();
    var evidence =
        started.flow().equals(FLOW)
            ? judgement.model(envelope.workspace(), arrival).arrived(arrival)
            : List.<Evidence>of();
    var begun = new Beginning(started.flow(), arrival, time(envelope), evidence);
    return new Visitor(id, begun, readings, particulars, assessments, judged);
  }

  private Visitor heard(
      MessageReceived message, Envelope<ConversationEvent> envelope, Judgement judgement) {
    var at = time(envelope);
    var model = judgement.model(envelope.workspace(), beginning.arrival());
    var reading = READER.read(message.messageId(), at, message.text(), model);
    return with(readings.and(reading, at)).assessed(reading, model, envelope);
  }

  private Visitor without(
      String messageId, Envelope<ConversationEvent> envelope, Judgement judgement) {
    var others = readings.without(messageId);
    if (others.equals(readings)) {
      return this;
    }
    return judged
        ? with(others)
            .assessed(
                Reading.nothing(messageId),
                judgement.model(envelope.workspace(), beginning.arrival()),
                envelope)
        : with(others);
  }

  private Visitor with(Readings now) {
    return new Visitor(id, beginning, now, particulars, assessments, judged);
  }

  private Visitor with(Particulars now) {
    return new Visitor(id, beginning, readings, now, assessments, judged);
  }

  private Visitor assessed(
      Reading latest, PersonaModel model, Envelope<ConversationEvent> envelope) {
    var evidence = evidence();
    var belief = model.believe(evidence);
    var assessment =
        new VisitorAssessed(
            latest.messageId(),
            envelope.rev(),
            persona(belief, model),
            belief.candidates(),
            PersonaModel.weightiest(evidence, EVIDENCE_TOLD),
            BuyingIntent.of(readings.reasons()),
            latest.signals(),
            latest.facts(),
            latest.competitors());
    return new Visitor(
        id, beginning, readings, particulars, assessments.and(assessment, envelope), judged);
  }

  /** Whom they are taken for now. */
  private LeadEvent.@Nullable Persona persona(Belief belief, PersonaModel model) {
    var assigned = belief.assigned(assessments.persona()).orElse(null);
    return model.personas().stream()
        .filter(persona -> persona.id().equals(assigned))
        .findFirst()
        .map(persona ->
            new LeadEvent.Persona(persona.id(), persona.state().name(), belief.of(persona.id())))
        .orElse(null);
  }

  /** Everything that counts for or against personas so far. */
  public List<Evidence> evidence() {
    return Stream.concat(beginning.evidence().stream(), readings.evidence()).toList();
  }

  private static Instant time(Envelope<?> envelope) {
    return envelope.at().truncatedTo(ChronoUnit.MILLIS);
  }
}
