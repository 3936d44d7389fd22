package rapport.health;

import static rapport.testkit.Patience.PATIENCE;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.EventCatalog;
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.ConversationTopic;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.EmbeddedStore;

/** The whole service between a broker and a store, and somebody in a workspace of its own. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"rapport.store.database=health_it", "rapport.topics.partitions=2"})
@Import(TestCallers.class)
abstract class RunningService {

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry registry) {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(EventCatalog.CONVERSATION.topic(), 2);
    broker.createTopic(EventCatalog.CONVERSATION.topic() + ".dlt", 1);
    broker.createTopic(EventCatalog.ACCOUNT.topic(), 2);
    broker.createTopic(EventCatalog.ACCOUNT.topic() + ".dlt", 1);
    registry.add("spring.mongodb.uri", () -> EmbeddedStore.shared().uri());
    registry.add("spring.kafka.bootstrap-servers", broker::bootstrapServers);
  }

  @Autowired ServiceTokens tokens;
  @LocalServerPort int port;

  final String workspace = "w-" + UUID.randomUUID();
  final ConversationTopic topic = new ConversationTopic(EmbeddedBroker.shared().bootstrapServers());

  @AfterEach
  void closeTopic() {
    topic.close();
  }

  WebTestClient client() {
    return nobody()
        .mutate()
        .defaultHeader(ServiceTokens.HEADER, TestCallers.viewer(tokens, workspace))
        .build();
  }

  /** Without a token. */
  WebTestClient nobody() {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(PATIENCE)
        .build();
  }
}
