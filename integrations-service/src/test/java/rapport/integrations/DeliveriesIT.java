package rapport.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.testkit.Patience.PATIENCE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.HealthEvent;
import rapport.contracts.HealthEvent.AlertOpened;
import rapport.contracts.HealthEvent.AlertType;
import rapport.integrations.signature.Checked;
import rapport.integrations.signature.StandardWebhooks;
import rapport.runtime.identity.Role;
import rapport.simulators.HookReceiver;
import rapport.testkit.EmbeddedBroker;
import tools.jackson.databind.JsonNode;

/** Webhooks from the first wish to the call, over HTTP and the broker. */
class DeliveriesIT extends RunningService {

  private static final String WEBHOOKS = "/api/v1/integrations/webhooks";
  private static final String DELIVERIES = "/api/v1/integrations/deliveries";
  private static final String ALERT = "rapport.health.alert-opened.v1";

  private final String workspace = "w-" + UUID.randomUUID();
  private final HookReceiver receiver = new HookReceiver();
  private final KafkaProducer<String, String> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", EmbeddedBroker.shared().bootstrapServers()),
          new StringSerializer(),
          new StringSerializer());

  @AfterEach
  void close() {
    producer.close();
    receiver.close();
  }

  @Test
  void an_alert_that_is_published_reaches_the_webhook_that_wants_it() throws Exception {
    var admin = client(workspace, "ada", Role.ADMIN);
    var made = made(admin, receiver.url());
    var secret = made.get("secret").asString();
    publish("al-1");
    await().atMost(PATIENCE).until(() -> !receiver.calls().isEmpty());
    var call = receiver.calls().getFirst();
    assertThat(StandardWebhooks.check(List.of(secret), call.headers(), call.bytes(), Instant.now()))
        .isEqualTo(Checked.GENUINE);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(get(admin, DELIVERIES + "?state=done").get("items")).hasSize(1));
    var webhook = get(admin, WEBHOOKS).get("items").get(0);
    assertThat(webhook.get("secretHints").get(0).get("hint").asString())
        .isEqualTo(secret.substring(secret.length() - 4));
    assertThat(webhook.toString()).doesNotContain(secret);
  }

  @Test
  void a_webhook_is_tried_changed_given_another_secret_and_deleted() {
    var admin = client(workspace, "ada", Role.ADMIN);
    var webhook = made(admin, receiver.url()).get("webhook");
    var path = WEBHOOKS + "/" + webhook.get("id").asString();
    admin.post().uri(path + "/test").exchange().expectStatus().isAccepted();
    await().atMost(PATIENCE).until(() -> receiver.calls().size() == 1);
    patch(admin, path, Map.of("rev", 1, "enabled", false)).expectStatus().isOk();
    patch(admin, path, Map.of("rev", 1, "enabled", true)).expectStatus().isEqualTo(409);
    var rotated =
        body(
            admin
                .post()
                .uri(path + "/rotate-secret")
                .bodyValue(Map.of("rev", 2, "keepOldFor", "2h"))
                .exchange()
                .expectStatus()
                .isOk());
    assertThat(rotated.get("webhook").get("secretHints")).hasSize(2);
    admin.delete().uri(path).exchange().expectStatus().isNoContent();
    admin.get().uri(path).exchange().expectStatus().isNotFound();
  }

  @Test
  void what_cannot_be_a_webhook_is_told_by_field() {
    var admin = client(workspace, "ada", Role.ADMIN);
    var wrong = Map.of("url", "ftp://files.example", "events", List.of(ALERT, "made.up"));
    var refused =
        body(admin.post().uri(WEBHOOKS).bodyValue(wrong).exchange().expectStatus().isEqualTo(422));
    assertThat(refused.get("errors").findValuesAsString("path"))
        .containsExactly("url", "events[1]");
  }

  @Test
  void only_administrators_change_webhooks_and_see_what_was_delivered() {
    var admin = client(workspace, "ada", Role.ADMIN);
    var webhook = made(admin, receiver.url()).get("webhook").get("id").asString();
    var viewer = client(workspace, "eve", Role.VIEWER);
    viewer
        .post()
        .uri(WEBHOOKS)
        .bodyValue(Map.of("url", receiver.url(), "events", List.of(ALERT)))
        .exchange()
        .expectStatus()
        .isForbidden();
    admin.post().uri(WEBHOOKS + "/" + webhook + "/test").exchange().expectStatus().isAccepted();
    var seen = get(viewer, DELIVERIES).get("items").get(0);
    assertThat(seen.get("content").isNull()).isTrue();
    assertThat(get(admin, DELIVERIES).get("items").get(0).get("content").asString())
        .contains("rapport.webhook.test.v1");
    var elsewhere = client("w-" + UUID.randomUUID(), "mal", Role.ADMIN);
    elsewhere.get().uri(WEBHOOKS + "/" + webhook).exchange().expectStatus().isNotFound();
    assertThat(get(elsewhere, DELIVERIES).get("items")).isEmpty();
  }

  private static JsonNode made(WebTestClient admin, String url) {
    return body(
        admin
            .post()
            .uri(WEBHOOKS)
            .bodyValue(Map.of("url", url, "events", List.of(ALERT)))
            .exchange()
            .expectStatus()
            .isCreated());
  }

  private void publish(String alert) throws ExecutionException, InterruptedException {
    HealthEvent event =
        new AlertOpened("a-1", alert, AlertType.HEALTH_DROP, List.of("band-down"), Map.of());
    var envelope =
        new Envelope<>(alert + ":1", workspace, alert, 1, Instant.now(), null, null, event);
    var message = new EventCodec<>(EventCatalog.HEALTH).encode(envelope);
    var record = new ProducerRecord<>(message.topic(), message.key(), message.value());
    message
        .headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    assertThat(producer.send(record).get()).isNotNull();
  }

  private static WebTestClient.ResponseSpec patch(WebTestClient client, String path, Object body) {
    return client.patch().uri(path).bodyValue(body).exchange();
  }

  private static JsonNode get(WebTestClient client, String path) {
    return body(client.get().uri(path).exchange().expectStatus().isOk());
  }

  private static JsonNode body(WebTestClient.ResponseSpec response) {
    var body = response.expectBody(JsonNode.class).returnResult().getResponseBody();
    assertThat(body).isNotNull();
    return body;
  }
}
