package rapport.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.testkit.Patience.PATIENCE;

import com.mongodb.client.model.Filters;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rapport.contracts.IntegrationEvent;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.store.DocumentStore;
import rapport.simulators.SlackSimulator;
import rapport.simulators.SlackWorkspace;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.PublishedTopic;
import tools.jackson.databind.json.JsonMapper;

/** From what Slack says over HTTP to events on the topic. */
class HooksIT extends RunningService {

  private static final Caller HOOK =
      new Caller("hooks", "hook", "hook", Set.of(), Caller.Kind.VISITOR);

  @Autowired DocumentStore store;

  private final String workspace = "w-" + UUID.randomUUID();
  private final SlackSimulator slack = new SlackSimulator(Clock.systemUTC(), 100, 0);
  private final SlackWorkspace acme = slack.workspace();

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void what_is_told_with_a_signature_is_published_and_what_is_not_is_refused() throws Exception {
    acme.user("U9", "Nora Lee", "nora@brightloom.example", "T9");
    var connection = connect();
    var hook = address(connection);
    var ts = acme.say("C1", Instant.now(), "U9", "When is the review?");
    var body = slack.events().waiting().getFirst();
    var gateway = Map.of(ServiceTokens.HEADER, tokens.mint(HOOK, "integrations-service"));
    assertThat(slack.events().post(hook, body, gateway)).isEqualTo(200);
    assertThat(slack.events().post(hook, body, Map.of())).as("around the gateway").isEqualTo(401);
    assertThat(slack.events().post(address("cn-none"), body, gateway)).isEqualTo(404);
    client(workspace, "hook", Role.VIEWER)
        .post()
        .uri("/hooks/" + connection)
        .headers(all -> {
          gateway.forEach(all::set);
          slack.events().headers(hook, body + " ").forEach(all::set);
        })
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .isUnauthorized();
    var stream =
        workspace + "/" + IntegrationEvent.streamOf(connection, "message", "C1/" + ts + "/" + ts);
    try (var topic =
        new PublishedTopic(
            EmbeddedBroker.shared().bootstrapServers(), IntegrationEvent.CATALOG.topic())) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(topic.of(stream))
                  .singleElement()
                  .satisfies(message ->
                      assertThat(message.value())
                          .contains("When is the review?", "nora@brightloom.example")));
    }
  }

  @Test
  void a_connection_of_a_time_when_slack_was_not_read_is_read_once_it_has_channels() {
    acme.say("C1", Instant.now().minusSeconds(60), "U2", "Good morning");
    var connection = connect();
    var id = workspace + "/" + connection;
    store.collection("syncs").deleteAll(workspace, Filters.eq(id)).then().block(PATIENCE);
    var path = "/api/v1/integrations/connections/" + connection;
    var admin = client(workspace, "ada", Role.ADMIN);
    admin
        .patch()
        .uri(path)
        .bodyValue(Map.of("settings", Map.of("channels", "C1")))
        .exchange()
        .expectStatus()
        .isOk();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            admin
                .get()
                .uri(path)
                .exchange()
                .expectBody()
                .jsonPath("$.sync.feeds[?(@.feed == 'C1')].seen")
                .isEqualTo(1));
  }

  private URI address(String connection) {
    return URI.create("http://127.0.0.1:" + port + "/hooks/" + connection);
  }

  private String connect() {
    var settings =
        Map.of(
            "apiUrl",
            slack.url(),
            "botToken",
            "xoxb-good",
            "signingSecret",
            SlackSimulator.SIGNING_SECRET,
            "channels",
            "#general");
    var made =
        client(workspace, "ada", Role.ADMIN)
            .post()
            .uri("/api/v1/integrations/slack/connections")
            .bodyValue(Map.of("settings", settings))
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return JsonMapper.shared().readTree(Objects.requireNonNull(made)).get("id").stringValue();
  }
}
