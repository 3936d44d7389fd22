package rapport.profile.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.contracts.ConversationEvent.Consent;
import rapport.contracts.ConversationEvent.EmailCaptured;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent;
import rapport.contracts.LeadEvent.Candidate;
import rapport.contracts.LeadEvent.Evidence;
import rapport.contracts.LeadEvent.Fact;
import rapport.contracts.LeadEvent.Intent;
import rapport.contracts.LeadEvent.Persona;
import rapport.contracts.LeadEvent.Reason;
import rapport.contracts.LeadEvent.Signal;
import rapport.contracts.LeadEvent.VisitorAssessed;
import rapport.contracts.Origin;

/** What visitors of a website say, and what is thought of it. */
public final class VisitorStory {

  public static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");

  private VisitorStory() {}

  /** A visitor with that id comes to the page about prices. */
  public static SessionStarted comes(String visitor) {
    var arrival =
        new Arrival(null, "/pricing", null, "https://search.example/", Map.of("source", "news"));
    return new SessionStarted("lead-to-sales", 1, "en", visitor, arrival);
  }

  public static FieldCaptured says(String path, Object value) {
    return new FieldCaptured(path, FieldValue.of(value), inChat("words about " + path));
  }

  public static Provenance inChat(String quote) {
    return new Provenance(Origin.CHAT, "v_1", quote, 0.9);
  }

  /** The two events of an address that is given. */
  public static List<ConversationEvent> address(String email) {
    return List.of(
        says("email", email),
        new EmailCaptured("email", email, new Consent("contact-1", "en", true)));
  }

  /** A message was read: who it sounds like, how likely they buy, and what they told. */
  public static VisitorAssessed assessed(String message, double intent, Fact... facts) {
    return new VisitorAssessed(
        message,
        1,
        new Persona("saas_startup", "SaaS startup", 0.8),
        List.of(new Candidate("saas_startup", 0.8)),
        List.of(new Evidence("saas_startup", "ten of us", 1.2, "words")),
        new Intent(intent, List.of(new Reason("what does it cost", 1, "pricing"))),
        List.of(new Signal("pricing", "what does it cost", 0.9)),
        List.of(facts),
        List.of("Deskly"));
  }

  public static Fact fact(String path, Object value) {
    return new Fact(path, FieldValue.of(value), "words of " + path, 0.8);
  }

  /** The events as a stream, one second apart. */
  public static <E> List<Envelope<E>> stream(
      String workspace, String stream, long firstRev, List<? extends E> events) {
    var envelopes = new ArrayList<Envelope<E>>();
    for (E event : events) {
      var rev = firstRev + envelopes.size();
      envelopes.add(
          new Envelope<>(
              stream + "-" + rev,
              workspace,
              stream,
              rev,
              BEGIN.plusSeconds(rev),
              null,
              null,
              event));
    }
    return envelopes;
  }

  /** A talk as these events leave it. */
  public static Talk talk(String conversation, List<? extends ConversationEvent> events) {
    var talk = Talk.none(conversation);
    for (var event : VisitorStory.<ConversationEvent>stream("main", conversation, 1, events)) {
      talk = talk.apply(event);
    }
    return talk;
  }

  /** An opinion as these events leave it. */
  public static Opinion opinion(String stream, List<? extends LeadEvent> events) {
    var opinion = Opinion.none(stream);
    for (var event : VisitorStory.<LeadEvent>stream("main", stream, 1, events)) {
      opinion = opinion.apply(event);
    }
    return opinion;
  }

  /** The value of a leaf as JSON; none when there is none. */
  public static @Nullable Object value(Person person, String path) {
    var leaf = person.leaves().get(path);
    return leaf == null ? null : leaf.value().json();
  }
}
