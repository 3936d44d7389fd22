package rapport.lead;

import static rapport.testkit.Patience.PATIENCE;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.EventCatalog;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.PersonState;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.ConversationTopic;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.EmbeddedStore;

/** The whole service between a broker and a store, and somebody in a workspace of its own. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "rapport.store.database=lead_it",
      "rapport.topics.partitions=2",
      "rapport.detection.embedding=false",
      "rapport.crawl.delay=0s",
      "rapport.crawl.rest=50ms",
      "rapport.lead.quiet=20ms",
      "rapport.lead.apart=50ms",
      "rapport.lead.learning=100ms"
    })
@Import({TestCallers.class, TestHosts.class})
abstract class RunningService {

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry registry) {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(EventCatalog.CONVERSATION.topic(), 2);
    broker.createTopic(EventCatalog.CONVERSATION.topic() + ".dlt", 1);
    broker.createTopic(PersonState.CATALOG.topic(), 2);
    broker.createTopic(IntegrationEvent.CATALOG.topic(), 2);
    broker.createTopic(IntegrationEvent.CATALOG.topic() + ".dlt", 1);
    registry.add("spring.mongodb.uri", () -> EmbeddedStore.shared().uri());
    registry.add("spring.kafka.bootstrap-servers", broker::bootstrapServers);
    registry.add("rapport.egress.allowed-hosts", RunningService::ownSites);
  }

  /** Hosts of {@link SiteServer} that may be gone to although their address is private. */
  private static String ownSites() {
    return Stream.of("shop", "www.shop", "help.shop", "other", "left", "again", "steps", "www.once")
        .map(name -> name + ".example:" + SiteServer.shared().port())
        .collect(Collectors.joining(","));
  }

  @Autowired ServiceTokens tokens;
  @LocalServerPort int port;

  final String workspace = "w-" + UUID.randomUUID();
  final ConversationTopic topic = new ConversationTopic(EmbeddedBroker.shared().bootstrapServers());

  @AfterEach
  void closeTopic() {
    topic.close();
  }

  /** Another service. */
  WebTestClient asService() {
    return client(
        tokens.mint(Caller.service(workspace, "profile-service"), "lead-intelligence-service"));
  }

  /** Somebody with these roles. */
  WebTestClient as(Role... roles) {
    return client(TestCallers.user(tokens, workspace, roles));
  }

  private WebTestClient client(String token) {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(PATIENCE)
        .defaultHeader(ServiceTokens.HEADER, token)
        .build();
  }
}
