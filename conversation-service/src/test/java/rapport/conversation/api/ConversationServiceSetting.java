package rapport.conversation.api;

import static rapport.testkit.Patience.PATIENCE;

import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceKeys;
import rapport.runtime.identity.ServiceTokens;
import rapport.testkit.AskedOfStore;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.EmbeddedStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service with a store and, where a test starts one, a broker. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "rapport.store.database=conversation_it",
      "rapport.topics.partitions=2",
      // What is understood does not depend on how long the service has run.
      "rapport.understanding.embedding=false"
    })
@Import(ConversationServiceSetting.Keys.class)
abstract class ConversationServiceSetting {

  static final JsonMapper JSON = JsonMapper.shared();

  @TestConfiguration(proxyBeanMethods = false)
  static class Keys {
    @Bean
    KeyPair testKeys() {
      return ServiceKeys.generate();
    }

    @Bean
    ServiceTokens testTokens(KeyPair keys) {
      return new ServiceTokens(keys.getPrivate(), keys.getPublic(), Clock.systemUTC());
    }

    @Bean
    AskedOfStore askedOfStore() {
      return new AskedOfStore();
    }
  }

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry registry) {
    registry.add("spring.mongodb.uri", () -> EmbeddedStore.shared().uri());
    registry.add(
        "spring.kafka.bootstrap-servers", () -> EmbeddedBroker.shared().bootstrapServers());
  }

  @Autowired ServiceTokens tokens;
  @LocalServerPort int port;

  final String workspace = "w-" + UUID.randomUUID();
  WebTestClient client = WebTestClient.bindToServer().build();

  @BeforeEach
  void signIn() {
    client = as(Role.MARKETER, workspace);
  }

  WebTestClient as(Role role, String ofWorkspace) {
    var caller = new Caller(ofWorkspace, "user-1", "Ada", Set.of(role), Kind.USER);
    return with(caller);
  }

  WebTestClient with(Caller caller) {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port)
        .responseTimeout(PATIENCE)
        .defaultHeader(ServiceTokens.HEADER, tokens.mint(caller, "conversation-service"))
        .build();
  }

  String start() {
    return start(Map.of());
  }

  String start(Map<String, Object> context) {
    var body = Map.of("flow", "customer-profile", "context", context);
    return post("/api/v1/conversations", body, 201).get("id").asString();
  }

  JsonNode get(String uri) {
    return json(client.get().uri(uri).exchange().expectStatus().isOk().expectBody().returnResult());
  }

  JsonNode conversation(String id) {
    return get("/api/v1/conversations/" + id);
  }

  JsonNode say(String id, String messageId, String text) {
    return post(
        "/api/v1/conversations/" + id + "/messages",
        Map.of("messageId", messageId, "text", text),
        200);
  }

  JsonNode tap(String id, String messageId, JsonNode action) {
    return post(
        "/api/v1/conversations/" + id + "/messages",
        Map.of("messageId", messageId, "action", action),
        200);
  }

  JsonNode edit(String id, String mutationId, String path, Object value, long baseRev) {
    var edit = Map.of("mutationId", mutationId, "path", path, "value", value, "baseRev", baseRev);
    var body = Map.of("edits", List.of(edit));
    return send(HttpMethod.PATCH, "/api/v1/conversations/" + id + "/fields", body, 200)
        .get("results")
        .get(0);
  }

  JsonNode post(String uri, Object body, int status) {
    return send(HttpMethod.POST, uri, body, status);
  }

  JsonNode send(HttpMethod method, String uri, Object body, int status) {
    return json(
        client
            .method(method)
            .uri(uri)
            .header("content-type", "application/json")
            .bodyValue(body instanceof String text ? text : JSON.writeValueAsString(body))
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectBody()
            .returnResult());
  }

  private static JsonNode json(EntityExchangeResult<byte[]> result) {
    var body = result.getResponseBody();
    return body == null ? JSON.nullNode() : JSON.readTree(body);
  }
}
