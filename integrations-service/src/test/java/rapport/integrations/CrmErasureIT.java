package rapport.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.testkit.Patience.PATIENCE;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.Envelope;
import rapport.contracts.EventCodec;
import rapport.contracts.PrivacyEvent;
import rapport.contracts.PrivacyEvent.ErasureRequested;
import rapport.integrations.push.Known;
import rapport.integrations.push.Said;
import rapport.integrations.push.store.KnownThings;
import rapport.integrations.push.store.KnownViews;
import rapport.runtime.identity.Role;
import rapport.runtime.privacy.PrivacyTask;
import rapport.runtime.privacy.Subject;
import rapport.simulators.Faults;
import rapport.simulators.SalesforceSimulator;
import rapport.simulators.SalesforceTables;
import rapport.testkit.EmbeddedBroker;
import tools.jackson.databind.json.JsonMapper;

/** Somebody is erased who was written into a CRM: from the request to what is left over there. */
class CrmErasureIT extends RunningService {

  private final String workspace = "w-" + UUID.randomUUID();
  private final SalesforceTables tables = new SalesforceTables(true);
  private final SalesforceSimulator salesforce =
      new SalesforceSimulator(tables, Clock.systemUTC(), 100, 0);
  private String push = "";
  @Autowired KnownThings things;
  @Autowired ErasureDesk desk;

  @BeforeEach
  void connect() {
    var made =
        admin()
            .post()
            .uri("/api/v1/integrations/salesforce/connections")
            .bodyValue(
                Map.of(
                    "settings",
                    Map.of(
                        "loginUrl", salesforce.url(), "clientId", "key", "clientSecret", "secret")))
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    var id = JsonMapper.shared().readTree(Objects.requireNonNull(made)).get("id").stringValue();
    push = "/api/v1/integrations/connections/" + id + "/push";
  }

  @AfterEach
  void close() {
    salesforce.close();
  }

  @Test
  void the_record_over_there_goes_with_its_person_and_the_receipt_says_so() throws Exception {
    pushLeads();
    lead("l-1");
    lead("l-2");
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(leads()).hasSize(2));

    var erasure = erase("l-1");

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(desk.isDone(erasure)).isTrue());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(desk.counts(erasure))
                .containsEntry("salesforce/asked", 1L)
                .containsEntry("salesforce/deleted", 1L));
    assertThat(leads()).containsExactly("l-2");
    shown().jsonPath("$.removals.deleted").isEqualTo(1);
    shown().jsonPath("$.removals.waiting").isEqualTo(0);
    shown().jsonPath("$.counts.done").isEqualTo(1);
  }

  @Test
  void an_erasure_does_not_wait_for_a_system_that_is_away_and_what_waits_is_shown()
      throws Exception {
    pushLeads();
    lead("l-1");
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(leads()).hasSize(1));
    var faults = new Faults(new Random(3), 1, () -> {});
    salesforce.failBy(faults);

    var erasure = erase("l-1");

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(desk.isDone(erasure)).isTrue());
    assertThat(desk.counts(erasure))
        .containsEntry("salesforce/asked", 1L)
        .doesNotContainKey("salesforce/deleted");
    shown().jsonPath("$.removals.waiting").isEqualTo(1);

    faults.end();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          admin().post().uri(push + "/retry").exchange().expectStatus().isAccepted();
          assertThat(desk.counts(erasure)).containsEntry("salesforce/deleted", 1L);
        });
    assertThat(leads()).isEmpty();
  }

  @Test
  void whether_they_are_deleted_over_there_is_for_administrators_to_say() {
    put(Map.of("rev", 0, "kinds", List.of("lead"), "erase", "shred"))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[0].path")
        .isEqualTo("erase");
    shown().jsonPath("$.erase").isEqualTo("delete");
    put(Map.of("rev", 0, "kinds", List.of("lead"), "erase", "keep")).expectStatus().isOk();
    put(Map.of("rev", 1, "kinds", List.of("task"))).expectStatus().isOk();
    shown().jsonPath("$.erase").isEqualTo("keep");
  }

  private void pushLeads() {
    put(Map.of("rev", 0, "kinds", List.of("lead"))).expectStatus().isOk();
  }

  private void lead(String id) {
    var values =
        Map.of("email", Said.ours(id + "@acme.example"), "last_name", Said.ours("Lee " + id));
    new KnownViews<Object>(things, "lead")
        .save(workspace, id, new Known(id, true, values), 0, 1, List.of())
        .then()
        .block(PATIENCE);
  }

  private List<String> leads() {
    return tables.last("Lead").values().stream()
        .filter(row -> !row.path("IsDeleted").asBoolean(false))
        .map(row -> row.path("Rapport_Id__c").asString(""))
        .sorted()
        .toList();
  }

  /** Asks as profile-service does: by the topic, for whoever asks back. */
  private String erase(String lead) throws Exception {
    var id = "erasure-" + UUID.randomUUID();
    var subject = Subject.ofLeads(List.of(lead));
    desk.ask(new PrivacyTask(id, PrivacyTask.Kind.ERASURE, 1, subject));
    var event =
        new Envelope<PrivacyEvent>(
            id + "-1", workspace, id, 1, Instant.now(), null, null, new ErasureRequested(1));
    var message = new EventCodec<>(PrivacyEvent.CATALOG).encode(event);
    var record = new ProducerRecord<>(message.topic(), message.key(), message.value());
    message
        .headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    Map<String, Object> settings =
        Map.of("bootstrap.servers", EmbeddedBroker.shared().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(record).get();
    }
    return id;
  }

  private WebTestClient admin() {
    return client(workspace, "ada", Role.ADMIN);
  }

  private WebTestClient.ResponseSpec put(Map<String, Object> body) {
    return admin().put().uri(push).bodyValue(body).exchange();
  }

  private WebTestClient.BodyContentSpec shown() {
    return admin().get().uri(push).exchange().expectStatus().isOk().expectBody();
  }
}
