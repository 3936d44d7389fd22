package rapport.integrations;

import static rapport.testkit.Patience.PATIENCE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.EventCatalog;
import rapport.contracts.HealthState;
import rapport.contracts.LeadState;
import rapport.contracts.PersonState;
import rapport.contracts.PrivacyEvent;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.EmbeddedStore;

/** The whole service with a broker and a store; tests that extend it share one. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"rapport.store.database=integrations_it", "rapport.topics.partitions=2"})
@Import({TestCallers.class, ErasureDesk.class})
abstract class RunningService {

  private static final Path KEYS = temporary();

  private static Path temporary() {
    try {
      return Files.createTempDirectory("integrations");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The topics of other services, made once for all tests of the process. */
  private static final class Topics {
    private static final EmbeddedBroker BROKER = begun();

    private static EmbeddedBroker begun() {
      var broker = EmbeddedBroker.shared();
      for (var topic :
          List.of(
              EventCatalog.CONVERSATION.topic(),
              EventCatalog.ACCOUNT.topic(),
              EventCatalog.HEALTH.topic(),
              EventCatalog.LEAD.topic(),
              LeadState.CATALOG.topic(),
              PersonState.CATALOG.topic(),
              HealthState.CATALOG.topic(),
              PrivacyEvent.CATALOG.topic())) {
        broker.createTopic(topic, 2);
        broker.createTopic(topic + ".dlt", 1);
      }
      return broker;
    }
  }

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry registry) {
    registry.add("rapport.integrations.key-file", () -> KEYS.resolve("keys.json").toString());
    registry.add("rapport.integrations.egress.allowed-hosts", () -> "127.0.0.1");
    registry.add("spring.mongodb.uri", () -> EmbeddedStore.shared().uri());
    registry.add("spring.kafka.bootstrap-servers", () -> Topics.BROKER.bootstrapServers());
  }

  @Autowired ServiceTokens tokens;
  @LocalServerPort int port;

  WebTestClient client(String workspace, String user, Role role) {
    var caller = new Caller(workspace, user, user, Set.of(role), Kind.USER);
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(PATIENCE)
        .defaultHeader(ServiceTokens.HEADER, tokens.mint(caller, "integrations-service"))
        .build();
  }
}
