package rapport.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionCompleted;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.EventCatalog;
import rapport.lead.session.Session;
import rapport.lead.store.Sessions;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.projection.Versioned;
import rapport.testkit.ConversationTopic;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.EmbeddedStore;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"rapport.store.database=lead_it", "rapport.topics.partitions=2"})
@Import(TestCallers.class)
class LeadIntelligenceIT {

  private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry registry) {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(EventCatalog.CONVERSATION.topic(), 2);
    broker.createTopic(EventCatalog.CONVERSATION.topic() + ".dlt", 1);
    registry.add("spring.mongodb.uri", () -> EmbeddedStore.shared().uri());
    registry.add("spring.kafka.bootstrap-servers", broker::bootstrapServers);
  }

  @Autowired ServiceTokens tokens;
  @LocalServerPort int port;

  private final String workspace = "w-" + UUID.randomUUID();
  private final ConversationTopic topic =
      new ConversationTopic(EmbeddedBroker.shared().bootstrapServers());

  @AfterEach
  void closeTopic() {
    topic.close();
  }

  @Autowired Sessions sessions;

  @Test
  void knows_how_far_a_conversation_has_come() throws Exception {
    var events =
        List.of(
            new SessionStarted("customer-profile", 1, "en", null),
            new MessageReceived("m1", "hello"),
            new SessionCompleted());
    topic.publish(workspace, "c1", BEGIN, events);
    topic.publish(workspace, "c1", BEGIN, events);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(sessions.find(workspace, "c1").block())
                .isEqualTo(
                    new Versioned<>(
                        new Session(
                            "c1", "customer-profile", BEGIN, BEGIN.plusSeconds(60), 1, true),
                        3)));
  }

  @Test
  void is_ready_when_its_store_answers() {
    client().get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
  }

  @Test
  void answers_404_where_there_is_nothing_yet() {
    client().get().uri("/api/v1/nothing-here").exchange().expectStatus().isNotFound();
  }

  private WebTestClient client() {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(Duration.ofSeconds(60))
        .defaultHeader(ServiceTokens.HEADER, TestCallers.viewer(tokens, workspace))
        .build();
  }
}
