package rapport.lead.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldSkipped;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.contracts.Envelope;
import rapport.contracts.LeadChange;
import rapport.contracts.LeadEvent;
import rapport.contracts.LeadEvent.VisitorAssessed;
import rapport.lead.detection.PersonaModel;
import rapport.lead.persona.file.PersonaFile;
import rapport.testkit.ConversationTopic;

class VisitorTest {

  private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");
  private static final PersonaModel MODEL = PersonaModel.ofWords(PersonaFile.starter());
  private static final SessionStarted STARTED = new SessionStarted("lead-to-sales", 1, "en", "v_1");

  @Test
  void each_message_is_assessed_with_the_revision_it_has() {
    var visitor = after(STARTED, new MessageReceived("m1", "hi"), new MessageReceived("m2", "ok"));
    assertThat(visitor.assessments().news()).extracting(Envelope::rev).containsExactly(1L, 2L);
    assertThat(visitor.assessments().news())
        .extracting(one -> assessed(one).rev())
        .containsExactly(2L, 3L);
    assertThat(visitor.assessments().news())
        .extracting(Envelope::cause)
        .containsExactly("m1", "m2");
  }

  @Test
  void other_events_say_nothing_of_a_visitor() {
    assertThat(after(STARTED, new FieldSkipped("team_size"))).isEqualTo(after(STARTED));
  }

  @Test
  void what_was_taken_back_is_as_if_never_said() {
    var without = after(STARTED, new MessageReceived("m1", "hello"));
    var undone =
        after(
            STARTED,
            new MessageReceived("m1", "hello"),
            new MessageReceived("m2", "what does it cost?"),
            new TurnUndone("m2"));
    assertThat(undone.readings().all()).isEqualTo(without.readings().all());
    assertThat(undone.evidence()).isEqualTo(without.evidence());
    assertThat(undone.assessments().news()).hasSize(3);
  }

  @Test
  void news_that_are_stored_are_not_told_again() {
    var visitor = after(STARTED, new MessageReceived("m1", "hi"), new MessageReceived("m2", "ok"));
    assertThat(visitor.assessments().newsSince(2)).hasSize(1);
    assertThat(visitor.assessments().newsSince(3)).isEmpty();
  }

  @Test
  void a_very_long_conversation_stays_small_and_forgets_no_evidence() {
    var events = new ArrayList<ConversationEvent>(List.of(STARTED));
    events.add(new MessageReceived("first", "we are a web agency with clients"));
    for (var n = 0; n < 100; n++) {
      events.add(new MessageReceived("m" + n, "ok " + n));
    }
    var visitor = after(events.toArray(ConversationEvent[]::new));
    assertThat(visitor.readings().all()).hasSizeLessThanOrEqualTo(60);
    assertThat(visitor.evidence()).anyMatch(one -> one.persona().equals("agency"));
  }

  /** What the runner promises the fold: events in order, each once, whatever the topic does. */
  @Test
  void ten_thousand_shuffled_and_doubled_deliveries_give_the_same_visitor() {
    var random = new Random(20261121);
    var events = story(random, 500);
    var expected = folded(events);
    var deliveries = new ArrayList<>(events);
    while (deliveries.size() < 10_000) {
      deliveries.add(events.get(random.nextInt(events.size())));
    }
    Collections.shuffle(deliveries, random);
    assertThat(deliver(deliveries)).isEqualTo(expected);
  }

  private static List<Envelope<ConversationEvent>> story(Random random, int length) {
    var said =
        List.of(
            "hello",
            "we are a startup of nine people",
            "what does it cost?",
            "my boss decides",
            "does it work with Shopify",
            "thanks");
    var events = new ArrayList<ConversationEvent>(List.of(STARTED));
    while (events.size() < length) {
      var n = events.size();
      events.add(
          random.nextInt(8) == 0
              ? new TurnUndone("m" + (n - 1))
              : new MessageReceived("m" + n, said.get(random.nextInt(said.size()))));
    }
    return envelopes(events);
  }

  /** As the runner does: what is old is dropped, what is early waits for what is missing. */
  private static Visitor deliver(List<Envelope<ConversationEvent>> deliveries) {
    var waiting = new TreeMap<Long, Envelope<ConversationEvent>>();
    var visitor = Visitor.none("c1");
    var rev = 0L;
    for (var delivery : deliveries) {
      if (delivery.rev() > rev) {
        waiting.put(delivery.rev(), delivery);
      }
      while (waiting.containsKey(rev + 1)) {
        visitor = visitor.apply(Objects.requireNonNull(waiting.remove(++rev)), (_, _) -> MODEL);
      }
    }
    return visitor;
  }

  private static Visitor after(ConversationEvent... events) {
    return folded(envelopes(List.of(events)));
  }

  private static Visitor folded(List<Envelope<ConversationEvent>> events) {
    var visitor = Visitor.none("c1");
    for (var event : events) {
      visitor = visitor.apply(event, (_, _) -> MODEL);
    }
    return visitor;
  }

  private static List<Envelope<ConversationEvent>> envelopes(List<ConversationEvent> events) {
    var envelopes = new ArrayList<Envelope<ConversationEvent>>();
    for (var i = 0; i < events.size(); i++) {
      envelopes.add(
          ConversationTopic.envelope("main", "c1", i + 1, BEGIN.plusSeconds(i), events.get(i)));
    }
    return envelopes;
  }

  private static VisitorAssessed assessed(Envelope<LeadEvent> told) {
    return switch (told.event()) {
      case VisitorAssessed assessed -> assessed;
      case LeadChange change -> throw new AssertionError(change);
    };
  }
}
