package rapport.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.AutomationEvent.Subject;
import rapport.contracts.EventCatalog;
import rapport.integrations.automation.Observation;
import rapport.integrations.automation.engine.Intake;
import rapport.runtime.identity.Role;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.PublishedTopic;
import tools.jackson.databind.JsonNode;

class AutomationsIT extends RunningService {

  private static final String DEGRADED =
      """
      customer_workflows:
        health_degradation:
          trigger: "health_score < 60"
          actions:
            - "notify_account_manager"
            - "create_intervention_plan"
            - "schedule_check_in_call"
            - "escalate_to_manager"
      """;

  @Autowired Intake intake;

  private final String workspace = "w-" + UUID.randomUUID();
  private final Map<String, Long> revs = new HashMap<>();

  @Test
  void an_account_that_gets_worse_leads_to_tasks() {
    var ada = client(workspace, "ada", Role.SUCCESS);
    post(ada, "", Map.of("yaml", DEGRADED)).expectStatus().isCreated();
    post(ada, "/health_degradation/enable", Map.of("rev", 1)).expectStatus().isOk();
    observed("acme", Map.of("account_name", "Acme", "health_score", 75.0, "owner", "ada"));
    observed("acme", Map.of("health_score", 45.5));
    observed("acme", Map.of("health_score", 40.0));
    await()
        .untilAsserted(() -> {
          var runs = get(ada, "/health_degradation/runs").get("items");
          assertThat(runs).hasSize(1);
          assertThat(runs.get(0).get("state").asString()).isEqualTo("done");
        });
    var run = get(ada, "/health_degradation/runs").get("items").get(0);
    assertThat(run.get("steps").findValuesAsString("state"))
        .containsExactly("done", "done", "done", "done");
    var tasks = tasks(ada);
    assertThat(tasks.findValuesAsString("title"))
        .containsExactlyInAnyOrder(
            "Take notice: Acme",
            "Plan the recovery of Acme",
            "Call Acme",
            "Decide what to do about Acme");
    assertThat(tasks.findValuesAsString("assignee")).containsOnly("ada");
    assertThat(tasks.toString()).contains("Health score: 45.5");
    var id = run.get("id").asString();
    try (var topic =
        new PublishedTopic(
            EmbeddedBroker.shared().bootstrapServers(), EventCatalog.AUTOMATION.topic())) {
      await()
          .untilAsserted(() ->
              assertThat(topic.of(workspace + "/" + id))
                  .extracting(message -> String.valueOf(message.headers().get("ce_type")))
                  .startsWith("rapport.automation.run-started.v1")
                  .endsWith("rapport.automation.run-finished.v1")
                  .hasSize(6));
    }
  }

  @Test
  void what_is_wrong_is_told_by_line_and_nothing_is_kept() {
    var ada = client(workspace, "ada", Role.SUCCESS);
    var wrong = DEGRADED.replace("health_score", "health_scor").replace("notify_a", "notice_a");
    var reading = body(post(ada, "/validate", Map.of("yaml", wrong)).expectStatus().isOk());
    assertThat(reading.get("faults").findValuesAsString("line")).containsExactly("3", "5");
    var refused = body(post(ada, "", Map.of("yaml", wrong)).expectStatus().isEqualTo(422));
    assertThat(refused.get("errors").findValuesAsString("path"))
        .containsExactly("yaml:3:15", "yaml:5:9");
    post(client(workspace, "eve", Role.VIEWER), "", Map.of("yaml", DEGRADED))
        .expectStatus()
        .isForbidden();
    ada.get().uri("/api/v1/automations/health_degradation").exchange().expectStatus().isNotFound();
  }

  @Test
  void a_text_can_be_changed_and_the_ones_before_stay() {
    var ada = client(workspace, "ada", Role.SUCCESS);
    post(ada, "", Map.of("yaml", DEGRADED)).expectStatus().isCreated();
    post(ada, "", Map.of("yaml", DEGRADED)).expectStatus().isEqualTo(409);
    var stricter = DEGRADED.replace("< 60", "< 50");
    put(ada, "/health_degradation", Map.of("rev", 1, "yaml", stricter)).expectStatus().isOk();
    put(ada, "/health_degradation", Map.of("rev", 1, "yaml", DEGRADED))
        .expectStatus()
        .isEqualTo(409);
    assertThat(get(ada, "/health_degradation/versions").get("items")).hasSize(2);
    assertThat(get(ada, "/health_degradation").get("trigger").asString())
        .isEqualTo("health_score < 50");
  }

  @Test
  void playbooks_are_there_switched_off() {
    var items = get(client(workspace, "eve", Role.VIEWER), "").get("items");
    assertThat(items.findValuesAsString("playbook")).hasSize(6).containsOnly("true");
    assertThat(items.findValuesAsString("enabled")).containsOnly("false");
  }

  @Test
  void one_that_is_taken_away_is_gone_and_counts_on_when_its_name_is_used_again() {
    var ada = client(workspace, "ada", Role.SUCCESS);
    post(ada, "", Map.of("yaml", DEGRADED)).expectStatus().isCreated();
    post(ada, "/health_degradation/enable", Map.of("rev", 1)).expectStatus().isOk();
    delete(ada, "/health_degradation?rev=1").expectStatus().isEqualTo(409);
    delete(client(workspace, "eve", Role.VIEWER), "/health_degradation?rev=2")
        .expectStatus()
        .isForbidden();
    delete(ada, "/health_degradation?rev=2").expectStatus().isNoContent();
    delete(ada, "/health_degradation?rev=3").expectStatus().isNotFound();
    assertThat(get(ada, "").toString()).doesNotContain("health_degradation");
    var again = body(post(ada, "", Map.of("yaml", DEGRADED)).expectStatus().isCreated());
    var added = again.get("items").get(0);
    assertThat(added.get("version").asInt()).isEqualTo(2);
    assertThat(added.get("enabled").asBoolean()).isFalse();
  }

  @Test
  void a_playbook_that_is_taken_away_does_not_come_back_by_itself() {
    var ada = client(workspace, "ada", Role.SUCCESS);
    assertThat(get(ada, "").get("items")).hasSize(6);
    delete(ada, "/playbook_cadence?rev=1").expectStatus().isNoContent();
    assertThat(get(ada, "").get("items")).hasSize(5);
    ada.get().uri("/api/v1/automations/playbook_cadence").exchange().expectStatus().isNotFound();
  }

  @Test
  void can_be_tried_on_what_has_been() {
    var ada = client(workspace, "ada", Role.SUCCESS);
    observed("acme", Map.of("health_score", 75.0));
    observed("acme", Map.of("health_score", 45.5));
    observed("bolt", Map.of("health_score", 90.0));
    var trial =
        body(post(ada, "/dry-run", Map.of("yaml", DEGRADED, "days", 30)).expectStatus().isOk());
    assertThat(trial.get("observed").asInt()).isEqualTo(3);
    assertThat(trial.get("runs")).hasSize(1);
    assertThat(trial.get("runs").get(0).get("subject").get("id").asString()).isEqualTo("acme");
    assertThat(tasks(ada)).isEmpty();
  }

  private void observed(String account, Map<String, Object> facts) {
    var rev = revs.merge(account, 1L, Long::sum);
    var observation =
        new Observation(
            account + ":" + rev,
            "test/" + account,
            rev,
            new Subject("account", account),
            Instant.now(),
            facts,
            null);
    assertThat(intake.take(workspace, observation).block()).isNotNull();
  }

  private static JsonNode tasks(WebTestClient client) {
    var response = client.get().uri("/api/v1/tasks").exchange().expectStatus().isOk();
    return body(response).get("items");
  }

  private static JsonNode get(WebTestClient client, String path) {
    return body(client.get().uri("/api/v1/automations" + path).exchange().expectStatus().isOk());
  }

  private static WebTestClient.ResponseSpec post(WebTestClient client, String path, Object body) {
    return client.post().uri("/api/v1/automations" + path).bodyValue(body).exchange();
  }

  private static WebTestClient.ResponseSpec delete(WebTestClient client, String path) {
    return client.delete().uri("/api/v1/automations" + path).exchange();
  }

  private static WebTestClient.ResponseSpec put(WebTestClient client, String path, Object body) {
    return client.put().uri("/api/v1/automations" + path).bodyValue(body).exchange();
  }

  private static JsonNode body(WebTestClient.ResponseSpec response) {
    var body = response.expectBody(JsonNode.class).returnResult().getResponseBody();
    assertThat(body).isNotNull();
    return body;
  }
}
