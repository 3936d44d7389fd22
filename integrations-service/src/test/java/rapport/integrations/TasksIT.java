package rapport.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.EventCatalog;
import rapport.contracts.WireMessage;
import rapport.runtime.identity.Role;
import rapport.testkit.EmbeddedBroker;
import rapport.testkit.PublishedTopic;
import tools.jackson.databind.JsonNode;

class TasksIT extends RunningService {

  private final String workspace = "w-" + UUID.randomUUID();

  @Test
  void a_task_is_found_where_it_belongs_and_told_of() {
    var ada = client("ada", Role.SUCCESS);
    var late = created(ada, Map.of("title", "Call Acme", "due", "2026-03-02T09:00:00Z"));
    var soon =
        created(
            ada,
            Map.of("title", "Write to Acme", "due", "2026-03-01T09:00:00Z", "role", "success"));
    var never = created(ada, Map.of("title", "Thank Acme", "assignee", "ada"));
    assertThat(ids(ada, "who=all")).containsExactly(soon, late, never);
    assertThat(ids(ada, "who=mine")).containsExactly(soon, never);
    assertThat(ids(client("bob", Role.SALES), "who=mine")).isEmpty();
    post(ada, "/" + soon + "/complete", Map.of("rev", 1))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("done");
    assertThat(ids(ada, "who=all")).containsExactly(late, never);
    assertThat(ids(ada, "state=done")).containsExactly(soon);
    assertThat(ids(client("eve", Role.VIEWER), "limit=1")).containsExactly(late);
    try (var topic =
        new PublishedTopic(
            EmbeddedBroker.shared().bootstrapServers(), EventCatalog.AUTOMATION.topic())) {
      await()
          .untilAsserted(() ->
              assertThat(topic.of(workspace + "/" + soon))
                  .extracting(TasksIT::type)
                  .containsExactly(
                      "rapport.automation.task-created.v1",
                      "rapport.automation.task-completed.v1"));
    }
  }

  @Test
  void pages_go_on_where_the_one_before_ended() {
    var ada = client("ada", Role.SUCCESS);
    for (var day = 1; day <= 3; day++) {
      created(ada, Map.of("title", "Day " + day, "due", "2026-03-0" + day + "T09:00:00Z"));
    }
    var first = page(ada, "limit=2");
    assertThat(first.get("items")).hasSize(2);
    var second = page(ada, "limit=2&cursor=" + first.get("next").asString());
    assertThat(second.get("items")).hasSize(1);
    assertThat(second.get("next").isNull()).isTrue();
  }

  @Test
  void what_is_wrong_is_said_and_nothing_is_kept() {
    var ada = client("ada", Role.SUCCESS);
    post(ada, "", Map.of("title", " ", "role", "boss"))
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.errors[*].path")
        .isEqualTo(List.of("title", "role"));
    var task = created(ada, Map.of("title", "Call Acme"));
    post(ada, "/" + task + "/complete", Map.of("rev", 7)).expectStatus().isEqualTo(409);
    post(ada, "/" + task + "/check", Map.of("rev", 1, "item", 0, "done", true))
        .expectStatus()
        .isEqualTo(422);
    post(client("eve", Role.VIEWER), "", Map.of("title", "x")).expectStatus().isForbidden();
    ada.get().uri("/api/v1/tasks?state=odd").exchange().expectStatus().isBadRequest();
    ada.get().uri("/api/v1/tasks/nobody").exchange().expectStatus().isNotFound();
  }

  private static String type(WireMessage message) {
    return String.valueOf(message.headers().get("ce_type"));
  }

  private static String created(WebTestClient client, Map<String, Object> task) {
    var body =
        post(client, "", task)
            .expectStatus()
            .isCreated()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody();
    assertThat(body).isNotNull();
    return body.get("id").asString();
  }

  private static WebTestClient.ResponseSpec post(WebTestClient client, String path, Object body) {
    return client.post().uri("/api/v1/tasks" + path).bodyValue(body).exchange();
  }

  private static List<String> ids(WebTestClient client, String query) {
    return page(client, query).findValuesAsString("id");
  }

  private static JsonNode page(WebTestClient client, String query) {
    var body =
        client
            .get()
            .uri("/api/v1/tasks?" + query)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody();
    assertThat(body).isNotNull();
    return body;
  }

  private WebTestClient client(String user, Role role) {
    return client(workspace, user, role);
  }
}
