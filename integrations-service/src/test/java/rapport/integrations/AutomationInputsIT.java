package rapport.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import rapport.contracts.AccountSignal;
import rapport.contracts.AccountSignal.AccountRecorded;
import rapport.contracts.AccountSignal.ContactRecorded;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.HealthEvent;
import rapport.contracts.HealthState;
import rapport.contracts.LeadChange;
import rapport.runtime.identity.Role;
import rapport.testkit.EmbeddedBroker;
import tools.jackson.databind.JsonNode;

/** The automations that Rapport was made from, set off by what other services publish. */
class AutomationInputsIT extends RunningService {

  private static final String SOURCE =
      """
      customer_workflows:
        new_prospect:
          trigger: "contact_created"
          actions:
            - "research_company"
            - "score_icp_fit"
            - "assign_owner"
            - "schedule_outreach"

        health_degradation:
          trigger: "health_score < 60"
          actions:
            - "notify_account_manager"
            - "create_intervention_plan"
            - "schedule_check_in_call"
            - "escalate_to_manager"

        expansion_opportunity:
          trigger: "usage_growth > 50%"
          actions:
            - "identify_expansion_use_cases"
            - "research_decision_makers"
            - "create_expansion_opportunity"
            - "notify_account_team"
      """;

  private final String workspace = "w-" + UUID.randomUUID();
  private final KafkaProducer<String, String> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", EmbeddedBroker.shared().bootstrapServers()),
          new StringSerializer(),
          new StringSerializer());

  @AfterEach
  void closeProducer() {
    producer.close();
  }

  @Test
  void the_automations_of_the_source_run_unchanged() throws Exception {
    var ada = client(workspace, "ada", Role.SUCCESS);
    send(ada, "", Map.of("yaml", SOURCE));
    for (var name : List.of("new_prospect", "health_degradation", "expansion_opportunity")) {
      send(ada, "/" + name + "/enable", Map.of("rev", 1));
    }
    account(1, new AccountRecorded("Acme", "Software", null, 40, "ada", "manual", null));
    account(2, new ContactRecorded("c-1", List.of(), null, null, true));
    account(2, new ContactRecorded("c-1", List.of(), null, null, true));
    health(4, 71.5, 0.1);
    health(9, 55.0, 0.6);
    publish(EventCatalog.LEAD, "lead-1", 1, new LeadChange.LeadOpened("starter", "c-9"));
    for (var name : List.of("new_prospect", "health_degradation", "expansion_opportunity")) {
      await()
          .untilAsserted(() -> {
            var runs = get(ada, "/" + name + "/runs").get("items");
            assertThat(runs.findValuesAsString("automation")).containsExactly(name);
            assertThat(runs.get(0).get("state").asString()).isEqualTo("done");
          });
    }
    var prospect = get(ada, "/new_prospect/runs").get("items").get(0);
    assertThat(prospect.get("subject").get("id").asString()).isEqualTo("c-1");
    assertThat(prospect.get("steps").findValuesAsString("result"))
        .contains("A task: Research Acme", "Its tasks go to ada.");
  }

  private void account(long rev, AccountSignal signal) throws Exception {
    publish(EventCatalog.ACCOUNT, "a-1", rev, signal);
  }

  private void health(long rev, double score, double growth) throws Exception {
    var state =
        new HealthState(
            "Acme",
            null,
            null,
            score,
            HealthEvent.Band.of(score),
            1,
            false,
            Map.of(),
            Map.of("usage_growth", growth),
            null);
    publish(HealthState.CATALOG, "a-1", rev, state);
  }

  private <E> void publish(EventCatalog<E> catalog, String stream, long rev, E event)
      throws ExecutionException, InterruptedException {
    var envelope =
        new Envelope<>(
            stream + ":" + rev, workspace, stream, rev, Instant.now(), null, null, event);
    var message = new EventCodec<>(catalog).encode(envelope);
    var record = new ProducerRecord<>(message.topic(), message.key(), message.value());
    message
        .headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    assertThat(producer.send(record).get()).isNotNull();
  }

  private static void send(WebTestClient client, String path, Object body) {
    client
        .post()
        .uri("/api/v1/automations" + path)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .is2xxSuccessful();
  }

  private static JsonNode get(WebTestClient client, String path) {
    var body =
        client
            .get()
            .uri("/api/v1/automations" + path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody();
    assertThat(body).isNotNull();
    return body;
  }
}
