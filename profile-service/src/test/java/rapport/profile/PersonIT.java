package rapport.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.profile.person.VisitorStory.address;
import static rapport.profile.person.VisitorStory.assessed;
import static rapport.profile.person.VisitorStory.comes;
import static rapport.profile.person.VisitorStory.fact;
import static rapport.profile.person.VisitorStory.says;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.LeadEvent;
import rapport.contracts.PersonEvent;
import rapport.contracts.PersonEvent.PersonKnown;
import rapport.contracts.PersonState;
import rapport.contracts.Received;
import rapport.contracts.WireMessage;
import rapport.profile.person.VisitorStory;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.PublishedTopic;

/** A person comes out of what is on the topics, and is told there. */
class PersonIT extends ProfileServiceSetting {

  private static final EventCodec<ConversationEvent> SAID =
      new EventCodec<>(EventCatalog.CONVERSATION);
  private static final EventCodec<LeadEvent> THOUGHT = new EventCodec<>(EventCatalog.LEAD);
  private static final EventCodec<PersonEvent> EVENTS = new EventCodec<>(EventCatalog.PERSON);
  private static final EventCodec<PersonState> STATES = new EventCodec<>(PersonState.CATALOG);

  @Test
  void whoever_gives_an_address_is_known_and_told_with_all_that_was_said() throws Exception {
    var said = new ArrayList<ConversationEvent>(List.of(comes("v_1"), says("team_size", 10)));
    said.addAll(address("nora@deep.example"));
    List<Envelope<ConversationEvent>> talk = VisitorStory.stream(workspace, id, 1, said);
    List<Envelope<LeadEvent>> thought =
        VisitorStory.stream(
            workspace, id, 1, List.of(assessed("m1", 0.7, fact("company.industry", "games"))));
    topic.send(thought.stream().map(THOUGHT::encode).toList());
    publish(talk.subList(0, 2));
    var given = Instant.now();
    publish(talk.subList(2, talk.size()));
    await().untilAsserted(() -> has("size", "10"));
    var latency = Duration.between(given, Instant.now());
    LoggerFactory.getLogger(PersonIT.class)
        .info("a person could be read {} ms after their address", latency.toMillis());
    await().untilAsserted(() -> has("industry", "games"));
    await().untilAsserted(() -> assertThat(told()).isNotEmpty());
    assertThat(told().getFirst().event()).isEqualTo(new PersonKnown(List.of(id)));
    await()
        .untilAsserted(() ->
            assertThat(states())
                .last()
                .satisfies(state ->
                    assertThat(state.event().leaves())
                        .containsKeys("identity.email", "company.size", "company.industry")));
    assertThat(states().getLast().event().conversations()).containsExactly(id);
  }

  /** Of everything in any order and twice, the same is known as of everything in its order. */
  @Test
  void deliveries_out_of_order_and_again_lose_and_double_nothing() throws Exception {
    var said = new ArrayList<ConversationEvent>(List.of(comes("v_2")));
    said.addAll(address("otto@deep.example"));
    for (int number = 1; number <= 40; number++) {
      said.add(new ConversationEvent.MessageReceived("m" + number, "words"));
      said.add(says("team_size", number));
    }
    List<Envelope<ConversationEvent>> talk = VisitorStory.stream(workspace, id, 1, said);
    OWNER.has(talk);
    var deliveries = new ArrayList<WireMessage>();
    talk.forEach(it -> deliveries.addAll(Collections.nCopies(2, SAID.encode(it))));
    Collections.shuffle(deliveries, new Random(3));
    topic.send(deliveries);
    await().untilAsserted(() -> has("size", "40"));
    assertThat(documents("people")).hasSize(1);
    client
        .get()
        .uri("/api/v1/people/" + documents("people").getFirst().getString("person"))
        .exchange()
        .expectBody()
        .jsonPath("$.profile.engagement.messages")
        .isEqualTo(40);
  }

  /** The only person of the workspace has that in that field of the company. */
  private void has(String field, String value) {
    var people = documents("people");
    assertThat(people).hasSize(1);
    client
        .get()
        .uri("/api/v1/people/" + people.getFirst().getString("person"))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.profile.company." + field)
        .isEqualTo(value);
  }

  private List<Envelope<PersonEvent>> told() {
    try (var published = published(EventCatalog.PERSON.topic())) {
      return published.under(workspace + "/").stream()
          .map(EVENTS::decode)
          .map(received -> ((Received.Known<PersonEvent>) received).envelope())
          .toList();
    }
  }

  private List<Envelope<PersonState>> states() {
    try (var published = published(PersonState.CATALOG.topic())) {
      return published.under(workspace + "/").stream()
          .map(STATES::decode)
          .map(received -> ((Received.Known<PersonState>) received).envelope())
          .toList();
    }
  }

  private static PublishedTopic published(String topic) {
    return new PublishedTopic(EmbeddedBroker.shared().bootstrapServers(), topic);
  }
}
