package rapport.health;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.ConversationTopic;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.EmbeddedStore;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"rapport.store.database=health_it", "rapport.topics.partitions=2"})
@Import(TestCallers.class)
class HealthScoreIT {

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

  @Test
  void reports_how_much_was_conversed_on_which_day() throws Exception {
    var start = new SessionStarted("customer-profile", 1, "en", null);
    var first = List.of(start, new MessageReceived("m1", "hello"), new SessionCompleted());
    topic.publish(workspace, "c1", BEGIN, first);
    topic.publish(workspace, "c1", BEGIN, first);
    var nextDay = BEGIN.plus(Duration.ofDays(1));
    topic.publish(workspace, "c2", nextDay, List.of(start, new MessageReceived("m2", "hi")));
    topic.publish("other-" + workspace, "c1", BEGIN, first);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            client()
                .get()
                .uri("/api/v1/reports/usage?from=2026-03-01&to=2026-03-31")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json(
                    """
                    {
                      "from": "2026-03-01",
                      "to": "2026-03-31",
                      "days": [
                        {"day": "2026-03-01", "started": 1, "completed": 1, "turns": 1},
                        {"day": "2026-03-02", "started": 1, "completed": 0, "turns": 1}
                      ],
                      "total": {"started": 2, "completed": 1, "turns": 2}
                    }
                    """));
  }

  @Test
  void reports_the_last_thirty_days_when_not_told_otherwise() {
    client()
        .get()
        .uri("/api/v1/reports/usage")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.total.started")
        .isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-03-02&to=2026-03-01,bad-range",
    "from=2024-01-01&to=2026-03-01,bad-range",
    "from=yesterday,wrong-type"
  })
  void refuses_ranges_it_cannot_report(String query, String code) {
    client()
        .get()
        .uri("/api/v1/reports/usage?" + query)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
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
        .responseTimeout(Duration.ofSeconds(20))
        .defaultHeader(ServiceTokens.HEADER, TestCallers.viewer(tokens, workspace))
        .build();
  }
}
