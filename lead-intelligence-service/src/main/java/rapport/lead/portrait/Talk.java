package rapport.lead.portrait;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.contracts.LeadEvent.Candidate;
import rapport.contracts.LeadEvent.Evidence;
import rapport.contracts.LeadEvent.Reason;
import rapport.contracts.LeadState.Competitor;
import rapport.contracts.LeadState.Fact;
import rapport.contracts.LeadState.Persona;
import rapport.lead.detection.PersonaModel;
import rapport.lead.signal.BuyingIntent;
import rapport.lead.text.Sentence;
import rapport.lead.visitor.Reading;
import rapport.lead.visitor.Visitor;

/**
 * What one conversation adds to a lead. The same conversation later on takes its place, so folding
 * it twice, or late, changes nothing.
 *
 * @param rev the conversation's revision it was taken at
 * @param moments one for each message, in their order
 */
public record Talk(
    String conversation,
    long rev,
    Instant startedAt,
    Instant lastMessageAt,
    boolean wantsPerson,
    @Nullable Persona persona,
    List<Evidence> evidence,
    List<Moment> moments,
    List<Fact> facts,
    List<Heard> signals,
    List<Competitor> competitors) {

  private static final int EVIDENCE_SHOWN = 12;
  private static final String VISITOR = "visitor";

  public Talk {
    evidence = List.copyOf(evidence);
    moments = List.copyOf(moments);
    facts = List.copyOf(facts);
    signals = List.copyOf(signals);
    competitors = List.copyOf(competitors);
  }

  /**
   * @param rev the revision the visitor's conversation stands at
   * @param model the personas there are
   */
  public static Talk of(Visitor visitor, long rev, PersonaModel model) {
    var begun = Objects.requireNonNullElse(visitor.beginning().startedAt(), Instant.EPOCH);
    var last = Objects.requireNonNullElse(visitor.readings().lastMessageAt(), begun);
    return new Talk(
        visitor.id(),
        rev,
        begun,
        last,
        visitor.particulars().wantsPerson(),
        persona(visitor, model),
        PersonaModel.weightiest(visitor.evidence(), EVIDENCE_SHOWN),
        moments(visitor, begun),
        facts(visitor, begun),
        signals(visitor, begun),
        competitors(visitor, begun));
  }

  /** What was known of the talk at that time, as far as times are known. */
  Talk until(Instant then) {
    var heard = moments.stream().filter(one -> !one.at().isAfter(then)).toList();
    return new Talk(
        conversation,
        rev,
        startedAt,
        heard.isEmpty() ? startedAt : heard.getLast().at(),
        wantsPerson && !lastMessageAt.isAfter(then),
        persona,
        evidence,
        heard,
        facts.stream().filter(one -> !one.at().isAfter(then)).toList(),
        signals.stream().filter(one -> !one.at().isAfter(then)).toList(),
        competitors.stream().filter(one -> !one.at().isAfter(then)).toList());
  }

  /** How likely the person meant to buy when they last spoke, from 0 to 1. */
  double intent() {
    return moments.isEmpty() ? 0 : moments.getLast().intent();
  }

  private static List<Moment> moments(Visitor visitor, Instant begun) {
    var moments = new ArrayList<Moment>();
    var said = new ArrayList<List<Reason>>();
    for (var reading : visitor.readings().all()) {
      said.add(reading.reasons());
      var intent = BuyingIntent.of(said).score();
      moments.add(new Moment(at(reading, begun), intent));
    }
    return moments;
  }

  private static @Nullable Persona persona(Visitor visitor, PersonaModel model) {
    var belief = model.believe(visitor.evidence());
    return model.personas().stream()
        .filter(one -> one.id().equals(visitor.assessments().persona()))
        .filter(one -> !one.id().equals(Candidate.UNKNOWN))
        .findFirst()
        .map(one -> new Persona(one.id(), one.state().name(), belief.of(one.id())))
        .orElse(null);
  }

  private static List<Fact> facts(Visitor visitor, Instant begun) {
    var facts = new ArrayList<Fact>();
    for (var reading : visitor.readings().all()) {
      for (var fact : reading.facts()) {
        facts.add(
            new Fact(
                fact.path(),
                fact.value(),
                fact.quote(),
                fact.confidence(),
                visitor.id(),
                at(reading, begun)));
      }
    }
    visitor.particulars().fields().stream()
        .flatMap(field -> FieldFacts.of(field, visitor.id()))
        .forEach(facts::add);
    return facts;
  }

  private static List<Heard> signals(Visitor visitor, Instant begun) {
    return visitor.readings().all().stream()
        .flatMap(reading ->
            reading.signals().stream()
                .map(one -> new Heard(one.type(), one.quote(), one.score(), at(reading, begun))))
        .toList();
  }

  private static List<Competitor> competitors(Visitor visitor, Instant begun) {
    var competitors = new ArrayList<Competitor>();
    for (var reading : visitor.readings().all()) {
      for (var name : reading.competitors()) {
        var quote = sentence(name, reading);
        competitors.add(
            new Competitor(name, Stance.in(quote).wire(), VISITOR, quote, at(reading, begun)));
      }
    }
    return competitors;
  }

  private static String sentence(String name, Reading reading) {
    return reading.signals().stream()
        .filter(signal -> signal.type().equals("competitor"))
        .findFirst()
        .flatMap(signal ->
            Sentence.of(signal.quote()).stream()
                .map(Sentence::text)
                .filter(text -> text.contains(name))
                .findFirst())
        .orElse(name);
  }

  private static Instant at(Reading reading, Instant otherwise) {
    return Objects.requireNonNullElse(reading.at(), otherwise);
  }
}
