package rapport.lead.visitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.contracts.Envelope;
import rapport.contracts.LeadChange;
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
 * @param flow none before it began
 * @param arrived evidence of the page and the referrer
 * @param particulars what the conversation wrote down of them
 * @param persona the persona the visitor is taken for
 * @param told how many assessments there have been
 * @param news assessments since the visitor was last stored
 * @param judged false when the visitor does not want to be profiled: nothing they say is read then
 */
public record Visitor(
    String id,
    @Nullable String flow,
    @Nullable Arrival arrival,
    @Nullable Instant startedAt,
    @Nullable Instant lastMessageAt,
    List<Evidence> arrived,
    List<Reading> readings,
    Particulars particulars,
    @Nullable String persona,
    long told,
    List<Envelope<LeadEvent>> news,
    boolean judged) {

  /** The flow whose conversations are those of visitors. */
  public static final String FLOW = "lead-to-sales";

  private static final MessageReader READER = new MessageReader();
  private static final int MOST_READINGS = 60;
  private static final int EVIDENCE_TOLD = 12;

  public Visitor {
    arrived = List.copyOf(arrived);
    readings = List.copyOf(readings);
    news = List.copyOf(news);
  }

  /** Somebody nothing is known of. */
  public static Visitor none(String id) {
    return new Visitor(
        id,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        Particulars.NONE,
        null,
        0,
        List.of(),
        true);
  }

  /** Whether this is a conversation of another kind. */
  public boolean isNoVisitor() {
    return flow != null && !flow.equals(FLOW);
  }

  /** The visitor after one more event of the conversation; most events change nothing. */
  public Visitor apply(Envelope<ConversationEvent> envelope, Judgement judgement) {
    var event = envelope.event();
    if (event instanceof SessionStarted started) {
      return begun(started, envelope, judgement);
    }
    if (event instanceof MessageReceived && !judged) {
      return with(readings, time(envelope));
    }
    if (event instanceof MessageReceived message) {
      var model = judgement.model(envelope.workspace(), arrival);
      var reading = READER.read(message.messageId(), time(envelope), message.text(), model);
      return with(added(reading), time(envelope)).assessed(reading, model, envelope);
    }
    if (event instanceof TurnUndone undone) {
      return without(undone.messageId(), envelope, judgement);
    }
    return with(particulars.apply(envelope));
  }

  private Visitor begun(
      SessionStarted started, Envelope<ConversationEvent> envelope, Judgement judgement) {
    var evidence =
        started.flow().equals(FLOW)
            ? judgement.model(envelope.workspace(), started.arrival()).arrived(started.arrival())
            : List.<Evidence>of();
    return new Visitor(
        id,
        started.flow(),
        started.arrival(),
        time(envelope),
        lastMessageAt,
        evidence,
        readings,
        particulars,
        persona,
        told,
        news,
        judged);
  }

  private Visitor without(
      String messageId, Envelope<ConversationEvent> envelope, Judgement judgement) {
    var others =
        readings.stream().filter(reading -> !reading.messageId().equals(messageId)).toList();
    if (others.size() == readings.size()) {
      return this;
    }
    if (!judged) {
      return with(others, lastMessageAt);
    }
    var nothing =
        new Reading(messageId, null, List.of(), List.of(), List.of(), List.of(), List.of());
    return with(others, lastMessageAt)
        .assessed(nothing, judgement.model(envelope.workspace(), arrival), envelope);
  }

  private Visitor with(List<Reading> read, @Nullable Instant at) {
    return new Visitor(
        id, flow, arrival, startedAt, at, arrived, read, particulars, persona, told, news, judged);
  }

  private Visitor with(Particulars now) {
    return new Visitor(
        id,
        flow,
        arrival,
        startedAt,
        lastMessageAt,
        arrived,
        readings,
        now,
        persona,
        told,
        news,
        judged);
  }

  /** The oldest of very many fall together into one, so that a visitor's document stays small. */
  private List<Reading> added(Reading reading) {
    var all = new ArrayList<>(readings);
    all.add(reading);
    if (all.size() > MOST_READINGS) {
      var first = all.removeFirst();
      all.set(0, Earlier.together(first, all.getFirst()));
    }
    return all;
  }

  private Visitor assessed(
      Reading latest, PersonaModel model, Envelope<ConversationEvent> envelope) {
    var evidence = evidence();
    var belief = model.believe(evidence);
    var now = belief.assigned(persona).orElse(null);
    var assessment =
        new VisitorAssessed(
            latest.messageId(),
            envelope.rev(),
            named(now, belief, model),
            belief.candidates(),
            PersonaModel.weightiest(evidence, EVIDENCE_TOLD),
            BuyingIntent.of(readings.stream().map(Reading::reasons).toList()),
            latest.signals(),
            latest.facts(),
            latest.competitors());
    var told = new ArrayList<>(news);
    told.add(envelope(assessment, latest.messageId(), envelope));
    return new Visitor(
        id,
        flow,
        arrival,
        startedAt,
        lastMessageAt,
        arrived,
        readings,
        particulars,
        now,
        this.told + 1,
        told,
        judged);
  }

  private Envelope<LeadEvent> envelope(
      VisitorAssessed assessment, String cause, Envelope<ConversationEvent> because) {
    return new Envelope<>(
        "lead:" + id + ":" + (told + 1),
        because.workspace(),
        id,
        told + 1,
        because.at(),
        cause,
        because.traceparent(),
        assessment);
  }

  private static LeadEvent.@Nullable Persona named(
      @Nullable String id, Belief belief, PersonaModel model) {
    return model.personas().stream()
        .filter(persona -> persona.id().equals(id))
        .findFirst()
        .map(persona ->
            new LeadEvent.Persona(persona.id(), persona.state().name(), belief.of(persona.id())))
        .orElse(null);
  }

  /** Everything that counts for or against personas so far. */
  public List<Evidence> evidence() {
    return Stream.concat(
            arrived.stream(), readings.stream().flatMap(reading -> reading.evidence().stream()))
        .toList();
  }

  /** Everything that counts for or against meaning to buy so far, the earliest first. */
  public List<LeadEvent.Reason> reasons() {
    return readings.stream().flatMap(reading -> reading.reasons().stream()).toList();
  }

  /** The same visitor with only those news that came after that revision of the conversation. */
  public Visitor since(long rev) {
    var fresh = news.stream().filter(one -> rev(one.event()) > rev).toList();
    return new Visitor(
        id,
        flow,
        arrival,
        startedAt,
        lastMessageAt,
        arrived,
        readings,
        particulars,
        persona,
        told,
        fresh,
        judged);
  }

  private static long rev(LeadEvent event) {
    return switch (event) {
      case VisitorAssessed assessed -> assessed.rev();
      case LeadChange change -> throw new IllegalStateException("not a visitor's: " + change);
    };
  }

  private static Instant time(Envelope<?> envelope) {
    return envelope.at().truncatedTo(ChronoUnit.MILLIS);
  }
}
