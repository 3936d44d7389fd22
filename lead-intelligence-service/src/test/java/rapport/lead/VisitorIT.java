package rapport.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.LeadChange;
import rapport.contracts.LeadEvent;
import rapport.contracts.LeadEvent.Signal;
import rapport.contracts.LeadEvent.VisitorAssessed;
import rapport.contracts.PersonaState;
import rapport.contracts.PersonaState.Status;
import rapport.contracts.Received;
import rapport.contracts.WireMessage;
import rapport.runtime.identity.Role;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.PublishedTopic;

class VisitorIT extends RunningService {

  private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");
  private static final EventCodec<LeadEvent> EVENTS = new EventCodec<>(EventCatalog.LEAD);
  private static final EventCodec<PersonaState> STATES = new EventCodec<>(PersonaState.CATALOG);
  private static final SessionStarted STARTED =
      new SessionStarted(
          "lead-to-sales",
          1,
          "en",
          "v_1",
          new Arrival(null, "https://shop.example/pricing", null, null, Map.of()));

  @Test
  void every_message_of_a_visitor_is_assessed_once_however_often_it_is_delivered()
      throws Exception {
    List<ConversationEvent> events =
        List.of(
            STARTED,
            new MessageReceived("m1", "We are a seed-stage startup and build our own SaaS app"),
            new MessageReceived("m2", "Is there an API for it? Our developers write TypeScript"),
            new MessageReceived("m3", "and what would it cost, we go live in two weeks"));
    topic.publish(workspace, "c1", BEGIN, events);
    topic.publish(workspace, "c1", BEGIN, events);

    var told = told("c1", 3);

    assertThat(told).extracting(Envelope::rev).containsExactly(1L, 2L, 3L);
    assertThat(told).extracting(one -> assessed(one).messageId()).containsExactly("m1", "m2", "m3");
    assertThat(told).extracting(one -> assessed(one).rev()).containsExactly(2L, 3L, 4L);
    var last = assessed(told.getLast());
    assertThat(last.persona()).extracting(LeadEvent.Persona::id).isEqualTo("saas_startup");
    assertThat(last.signals()).extracting(Signal::type).contains("pricing", "timeline");
    assertThat(last.intent().score()).isGreaterThan(.6);
  }

  @Test
  void what_is_taken_back_counts_no_more() throws Exception {
    topic.publish(
        workspace,
        "c2",
        BEGIN,
        List.of(
            STARTED,
            new MessageReceived("m1", "What does it cost, and can we start next week?"),
            new TurnUndone("m1")));

    var told = told("c2", 2);

    assertThat(assessed(told.getFirst()).intent().score())
        .isGreaterThan(assessed(told.getLast()).intent().score() + .1);
    assertThat(assessed(told.getLast()).intent().evidence()).isEmpty();
    assertThat(assessed(told.getLast()).signals()).isEmpty();
  }

  @Test
  void nothing_is_said_of_conversations_that_are_none_of_a_visitor() throws Exception {
    topic.publish(
        workspace,
        "c3",
        BEGIN,
        List.of(
            new SessionStarted("customer-profile", 1, "en", "user-1"),
            new MessageReceived("m1", "what does it cost")));
    topic.publish(workspace, "c4", BEGIN, List.of(STARTED, new MessageReceived("m1", "hello")));
    told("c4", 1);
    assertThat(of("c3")).isEmpty();
  }

  @Test
  void a_workspace_without_personas_gets_those_that_come_with_rapport() throws Exception {
    topic.publish(workspace, "c5", BEGIN, List.of(STARTED, new MessageReceived("m1", "hello")));
    try (var topics =
        new PublishedTopic(
            EmbeddedBroker.shared().bootstrapServers(), PersonaState.CATALOG.topic())) {
      await()
          .until(() ->
              topics.under(workspace + "/").stream().map(WireMessage::key).distinct().count() >= 5);
      assertThat(topics.under(workspace + "/"))
          .map(message -> known(STATES.decode(message)).event())
          .allSatisfy(persona -> {
            assertThat(persona.status()).isEqualTo(Status.APPROVED);
            assertThat(persona.site()).isEqualTo(PersonaState.STARTER);
          });
    }
    as(Role.VIEWER)
        .get()
        .uri("/api/v1/personas")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.items[?(@.id == 'enterprise_it')].maker")
        .isEqualTo("starter");
  }

  private List<Envelope<LeadEvent>> told(String conversation, int count) {
    var wanted = LongStream.rangeClosed(1, count).boxed().toList();
    var found = new ArrayList<Envelope<LeadEvent>>();
    await()
        .until(() -> {
          found.clear();
          found.addAll(of(conversation));
          return found.stream().map(Envelope::rev).toList().containsAll(wanted);
        });
    return found.stream().distinct().toList();
  }

  private List<Envelope<LeadEvent>> of(String conversation) {
    try (var topics =
        new PublishedTopic(EmbeddedBroker.shared().bootstrapServers(), EventCatalog.LEAD.topic())) {
      return topics.under(workspace + "/" + conversation).stream()
          .map(message -> known(EVENTS.decode(message)))
          .toList();
    }
  }

  private static <E> Envelope<E> known(Received<E> received) {
    return switch (received) {
      case Received.Known<E>(var envelope) -> envelope;
      case Received.Unknown<E> unknown -> throw new AssertionError(unknown);
    };
  }

  private static VisitorAssessed assessed(Envelope<LeadEvent> told) {
    return switch (told.event()) {
      case VisitorAssessed assessed -> assessed;
      case LeadChange change -> throw new AssertionError(change);
    };
  }
}
