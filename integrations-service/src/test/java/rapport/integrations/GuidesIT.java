package rapport.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.runtime.identity.Role;
import tools.jackson.databind.JsonNode;

/** Guided checklists, from beginning to end. */
class GuidesIT extends RunningService {

  private static final Map<String, Object> ACCOUNT =
      Map.of("subject", Map.of("type", "account", "id", "a-7"));

  private final String workspace = "w-" + UUID.randomUUID();

  @Test
  void there_are_three_of_six_steps() {
    var guides = read(client("eve", Role.VIEWER), "").path("items");
    assertThat(guides.valueStream().map(it -> it.path("guide").asString()))
        .containsExactly("new-customer", "daily", "review");
    assertThat(guides.valueStream().map(it -> it.path("steps").size())).containsOnly(6);
  }

  @Test
  void a_step_says_who_did_it_and_the_next_one_is_told() {
    var ada = client("ada", Role.SUCCESS);
    var begun = begin(ada, "new-customer", 201);
    assertThat(begun.path("next").asInt()).isZero();

    tick(client("bob", Role.SALES), begun, 0);

    var guide = read(ada, "/begun?subject=account:a-7").path("items").get(0);
    assertThat(guide.path("done").asInt()).isEqualTo(1);
    assertThat(guide.path("of").asInt()).isEqualTo(6);
    assertThat(guide.path("next").asInt()).isEqualTo(1);
    assertThat(guide.at("/steps/0/by").asString()).isEqualTo("bob");
    assertThat(guide.at("/steps/0/at").isNull()).isFalse();
    assertThat(guide.at("/steps/1/by").isNull()).isTrue();
  }

  @Test
  void one_that_is_open_is_gone_on_with_and_one_that_is_done_is_begun_anew() {
    var ada = client("ada", Role.SUCCESS);
    var first = begin(ada, "review", 201);
    assertThat(begin(ada, "review", 200).path("task")).isEqualTo(first.path("task"));
    begin(ada, "daily", 201);

    ada.post()
        .uri("/api/v1/tasks/" + first.path("task").asString() + "/complete")
        .bodyValue(Map.of("rev", 1))
        .exchange()
        .expectStatus()
        .isOk();

    assertThat(begin(ada, "review", 201).path("task")).isNotEqualTo(first.path("task"));
    assertThat(read(ada, "/begun?subject=account:a-7").path("items")).hasSize(3);
  }

  @Test
  void what_cannot_be_begun_is_said() {
    var ada = client("ada", Role.SUCCESS);
    ada.post()
        .uri("/api/v1/tasks/guides/monthly")
        .bodyValue(ACCOUNT)
        .exchange()
        .expectStatus()
        .isNotFound();
    ada.post()
        .uri("/api/v1/tasks/guides/daily")
        .bodyValue(Map.of())
        .exchange()
        .expectStatus()
        .isBadRequest();
    client("eve", Role.VIEWER)
        .post()
        .uri("/api/v1/tasks/guides/daily")
        .bodyValue(ACCOUNT)
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  private JsonNode begin(WebTestClient client, String guide, int status) {
    return Objects.requireNonNull(
        client
            .post()
            .uri("/api/v1/tasks/guides/" + guide)
            .bodyValue(ACCOUNT)
            .exchange()
            .expectStatus()
            .isEqualTo(status)
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody());
  }

  private static void tick(WebTestClient client, JsonNode guide, int step) {
    client
        .post()
        .uri("/api/v1/tasks/" + guide.path("task").asString() + "/check")
        .bodyValue(Map.of("rev", guide.path("rev").asLong(), "item", step, "done", true))
        .exchange()
        .expectStatus()
        .isOk();
  }

  private static JsonNode read(WebTestClient client, String path) {
    return Objects.requireNonNull(
        client
            .get()
            .uri("/api/v1/tasks/guides" + path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody());
  }

  private WebTestClient client(String user, Role role) {
    return client(workspace, user, role);
  }
}
