package rapport.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.testkit.Patience.PATIENCE;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.HealthState;
import rapport.contracts.IntegrationEvent;
import rapport.profile.record.RecordStory;
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The service between a broker, a store and the owner of conversations. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "rapport.store.database=profile_it",
      "rapport.topics.partitions=2",
      "rapport.privacy.services=profile-service",
      "rapport.privacy.sweep=500ms"
    })
@Import(TestCallers.class)
abstract class ProfileServiceSetting {

  static final ConversationOwner OWNER = new ConversationOwner();

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry registry) {
    var broker = EmbeddedBroker.shared();
    broker.createTopic(EventCatalog.CONVERSATION.topic(), 2);
    broker.createTopic(EventCatalog.CONVERSATION.topic() + ".dlt", 1);
    broker.createTopic(EventCatalog.LEAD.topic(), 2);
    broker.createTopic(EventCatalog.LEAD.topic() + ".dlt", 1);
    broker.createTopic(IntegrationEvent.CATALOG.topic(), 2);
    broker.createTopic(IntegrationEvent.CATALOG.topic() + ".dlt", 1);
    broker.createTopic(HealthState.CATALOG.topic(), 2);
    broker.createTopic(HealthState.CATALOG.topic() + ".dlt", 1);
    registry.add("spring.mongodb.uri", () -> EmbeddedStore.shared().uri());
    registry.add("spring.kafka.bootstrap-servers", broker::bootstrapServers);
    registry.add("rapport.conversation.url", OWNER::url);
  }

  @Autowired ServiceTokens tokens;
  @Autowired MongoClient mongo;
  @LocalServerPort int port;

  final String workspace = "w-" + UUID.randomUUID();
  final String id = "c-" + UUID.randomUUID();
  final ConversationTopic topic = new ConversationTopic(EmbeddedBroker.shared().bootstrapServers());
  WebTestClient client = WebTestClient.bindToServer().build();

  @BeforeEach
  void signIn() {
    client = as(TestCallers.viewer(tokens, workspace));
  }

  @AfterEach
  void closeTopic() {
    topic.close();
  }

  List<Envelope<ConversationEvent>> stream(ConversationEvent... events) {
    return RecordStory.envelopes(workspace, id, 1, List.of(events));
  }

  List<Envelope<ConversationEvent>> next(long rev, ConversationEvent... events) {
    return RecordStory.envelopes(workspace, id, rev, List.of(events));
  }

  void publish(List<Envelope<ConversationEvent>> events) throws Exception {
    topic.publish(events);
  }

  void publishQuietly(List<Envelope<ConversationEvent>> events) {
    try {
      publish(events);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  WebTestClient.BodyContentSpec profile(long rev) {
    return record("/api/v1/profiles/" + id, rev);
  }

  /** The record at that path once it stands at that revision. */
  WebTestClient.BodyContentSpec record(String path, long rev) {
    var uri = path + "?atLeastRev=" + rev;
    await().untilAsserted(() -> client.get().uri(uri).exchange().expectStatus().isOk());
    return client.get().uri(uri).exchange().expectBody();
  }

  /** This workspace's documents of a collection, in the order of their ids. */
  List<Document> documents(String collection) {
    var found =
        Flux.from(
                collection(collection)
                    .find(new Document("workspace", workspace))
                    .sort(new Document("_id", 1)))
            .collectList()
            .block();
    return found == null ? List.of() : found;
  }

  void remove(String collection) {
    var mine = new Document("workspace", workspace);
    assertThat(Mono.from(collection(collection).deleteMany(mine)).block()).isNotNull();
  }

  MongoCollection<Document> collection(String name) {
    return mongo.getDatabase("profile_it").getCollection(name);
  }

  WebTestClient as(String token) {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(PATIENCE)
        .defaultHeader(ServiceTokens.HEADER, token)
        .build();
  }
}
