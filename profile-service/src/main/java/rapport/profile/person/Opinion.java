package rapport.profile.person;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;
import rapport.contracts.FieldValue.Tags;
import rapport.contracts.LeadChange.LeadOpened;
import rapport.contracts.LeadChange.LeadScored;
import rapport.contracts.LeadEvent;
import rapport.contracts.LeadEvent.Fact;
import rapport.contracts.LeadEvent.VisitorAssessed;
import rapport.contracts.PersonState.Source;

/**
 * What lead-intelligence-service thinks of a visitor, by the messages it read, or of a lead.
 *
 * @param id the conversation's id, or the lead's
 * @param conversation what it is about; none while that is not known
 * @param readings of the messages, in the order in which they were read first
 * @param persona whom the visitor is taken for; none while that is not clear
 * @param intent from 0 to 1, and the words that weigh most
 * @param probability of becoming a customer, from 0 to 1
 */
public record Opinion(
    String id,
    @Nullable String conversation,
    List<Reading> readings,
    @Nullable Judged persona,
    @Nullable Judged intent,
    @Nullable Judged probability) {

  private static final int MOST_READINGS = 200;
  private static final String SYSTEM = "lead-intelligence";

  /**
   * What is thought as of an event.
   *
   * @param name of a persona
   */
  public record Judged(
      FieldValue value,
      @Nullable String name,
      double confidence,
      @Nullable String quote,
      Instant at,
      String eventId) {}

  /** What one message tells; one that was taken back tells nothing. */
  public record Reading(
      String messageId,
      Instant at,
      String eventId,
      List<Fact> facts,
      List<String> signals,
      List<String> competitors) {
    public Reading {
      facts = List.copyOf(facts);
      signals = List.copyOf(signals);
      competitors = List.copyOf(competitors);
    }
  }

  public Opinion {
    readings = List.copyOf(readings);
  }

  /** Somebody nothing is thought of yet. */
  public static Opinion none(String id) {
    return new Opinion(id, null, List.of(), null, null, null);
  }

  /** The opinion after one more event; those that say nothing of a person change nothing. */
  public Opinion apply(Envelope<LeadEvent> envelope) {
    var at = envelope.at().truncatedTo(ChronoUnit.MILLIS);
    var event = envelope.event();
    if (event instanceof VisitorAssessed assessed) {
      return assessed(assessed, envelope.id(), at);
    }
    if (event instanceof LeadOpened opened) {
      return new Opinion(id, opened.conversation(), readings, persona, intent, probability);
    }
    if (event instanceof LeadScored scored) {
      var value = new FieldValue.Num(BigDecimal.valueOf(scored.conversionProbability()));
      var judged = new Judged(value, null, 1, null, at, envelope.id());
      return new Opinion(id, conversation, readings, persona, intent, judged);
    }
    return this;
  }

  private Opinion assessed(VisitorAssessed assessed, String eventId, Instant at) {
    var reading =
        new Reading(
            assessed.messageId(),
            at,
            eventId,
            assessed.facts(),
            assessed.signals().stream().map(LeadEvent.Signal::type).distinct().toList(),
            assessed.competitors());
    var read = new LinkedHashMap<String, Reading>();
    readings.forEach(it -> read.put(it.messageId(), it));
    read.put(reading.messageId(), reading);
    var kept = new ArrayList<>(read.values());
    return new Opinion(
        id,
        id,
        kept.subList(Math.max(0, kept.size() - MOST_READINGS), kept.size()),
        persona(assessed, eventId, at),
        intent(assessed.intent(), eventId, at),
        probability);
  }

  private static @Nullable Judged persona(VisitorAssessed assessed, String eventId, Instant at) {
    var held = assessed.persona();
    if (held == null) {
      return null;
    }
    var quote =
        assessed.evidence().stream()
            .filter(it -> it.persona().equals(held.id()) && it.weight() > 0)
            .map(LeadEvent.Evidence::quote)
            .findFirst()
            .orElse(null);
    var value = FieldValue.text(held.id());
    return new Judged(value, held.name(), held.confidence(), quote, at, eventId);
  }

  private static Judged intent(LeadEvent.Intent intent, String eventId, Instant at) {
    var quote = intent.evidence().stream().map(LeadEvent.Reason::quote).findFirst().orElse(null);
    var value = new FieldValue.Num(BigDecimal.valueOf(intent.score()));
    return new Judged(value, null, 1, quote, at, eventId);
  }

  /** What it says of the person. */
  public List<Claim> claims() {
    var claims = new ArrayList<Claim>();
    facts().forEach((path, fact) -> claims.add(fact));
    if (persona != null) {
      claims.add(claim("intelligence.personaMatch", persona.value(), persona));
      var name = persona.name() == null ? persona.value().display() : persona.name();
      claims.add(claim("intelligence.personaName", FieldValue.text(name), persona));
    }
    if (intent != null) {
      claims.add(claim(PersonFields.INTENT, intent.value(), intent));
    }
    if (probability != null) {
      claims.add(claim("intelligence.conversionProbability", probability.value(), probability));
    }
    tags(claims, "intelligence.buyingSignals", Reading::signals);
    tags(claims, "intelligence.competitors", Reading::competitors);
    return List.copyOf(claims);
  }

  /** Of several facts the latest counts; tags gather. */
  private Map<String, Claim> facts() {
    var facts = new LinkedHashMap<String, Claim>();
    for (var reading : readings) {
      for (var fact : reading.facts()) {
        var before = facts.get(fact.path());
        facts.put(fact.path(), fact(fact, reading, before == null ? null : before.value()));
      }
    }
    return facts;
  }

  private Claim fact(Fact fact, Reading reading, @Nullable FieldValue before) {
    var value = fact.value();
    if (before instanceof Tags(var earlier) && value instanceof Tags(var later)) {
      var all = new LinkedHashSet<>(earlier);
      all.addAll(later);
      value = new Tags(List.copyOf(all));
    }
    return new Claim(
        fact.path(),
        value,
        Standing.INFERRED,
        new Source(SYSTEM, conversation, reading.eventId(), fact.quote()),
        "analysis",
        reading.at(),
        fact.confidence());
  }

  private void tags(List<Claim> claims, String path, Function<Reading, List<String>> said) {
    var tags = readings.stream().flatMap(it -> said.apply(it).stream()).distinct().toList();
    readings.stream()
        .filter(it -> !said.apply(it).isEmpty())
        .reduce((_, later) -> later)
        .ifPresent(last ->
            claims.add(
                new Claim(
                    path,
                    new Tags(tags),
                    Standing.INFERRED,
                    new Source(SYSTEM, conversation, last.eventId(), null),
                    "analysis",
                    last.at(),
                    1)));
  }

  private Claim claim(String path, FieldValue value, Judged judged) {
    return new Claim(
        path,
        value,
        Standing.INFERRED,
        new Source(SYSTEM, conversation, judged.eventId(), judged.quote()),
        "analysis",
        judged.at(),
        judged.confidence());
  }
}
