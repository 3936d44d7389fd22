package rapport.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.runtime.identity.Role;
import tools.jackson.databind.JsonNode;

/** Rules for notices, and keys, over HTTP. */
class NoticeRulesIT extends RunningService {

  private static final String RULES = "/api/v1/integrations/notice-rules";

  private final String workspace = "w-" + UUID.randomUUID();

  private static Map<String, Object> rule() {
    return Map.of(
        "name",
        "Health to the team",
        "occasions",
        List.of("health-drop", "lead-opened"),
        "channels",
        List.of(
            Map.of("kind", "slack", "channel", "C1"),
            Map.of("kind", "email", "to", List.of("ada@acme.example"))),
        "every",
        "15m",
        "quiet",
        Map.of("from", "20:00", "to", "07:00", "zone", "Europe/Vienna"),
        "locale",
        "de");
  }

  @Test
  void a_rule_is_made_read_replaced_and_deleted() {
    var admin = client(workspace, "ada", Role.ADMIN);
    var made =
        body(admin.post().uri(RULES).bodyValue(rule()).exchange().expectStatus().isCreated());
    var path = RULES + "/" + made.get("id").asString();
    assertThat(made.get("every").asString()).isEqualTo("15m");
    assertThat(made.get("quiet").get("to").asString()).isEqualTo("07:00");
    admin.put().uri(path).bodyValue(rule()).exchange().expectStatus().isEqualTo(409);
    var at = new HashMap<>(rule());
    at.put("rev", 1);
    at.put("enabled", false);
    var replaced = body(admin.put().uri(path).bodyValue(at).exchange().expectStatus().isOk());
    assertThat(replaced.get("enabled").asBoolean()).isFalse();
    admin.delete().uri(path).exchange().expectStatus().isNoContent();
    assertThat(body(admin.get().uri(RULES).exchange()).get("items")).isEmpty();
  }

  @Test
  void what_cannot_be_a_rule_is_told_by_field() {
    var wrong =
        Map.of(
            "name",
            "",
            "occasions",
            List.of("full-moon"),
            "channels",
            List.of(Map.of("kind", "pigeon")),
            "every",
            "2d",
            "quiet",
            Map.of("from", "25:00"),
            "locale",
            "xx");
    var admin = client(workspace, "ada", Role.ADMIN);
    var refused =
        body(admin.post().uri(RULES).bodyValue(wrong).exchange().expectStatus().isEqualTo(422));
    assertThat(refused.get("errors").findValuesAsString("path"))
        .containsExactly("name", "occasions[0]", "channels[0]", "every", "quiet", "locale");
    client(workspace, "eve", Role.VIEWER)
        .post()
        .uri(RULES)
        .bodyValue(rule())
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void an_administrator_makes_a_new_key() {
    var admin = client(workspace, "ada", Role.ADMIN);
    var keys = body(admin.post().uri("/api/v1/integrations/keys/rotate").exchange());
    assertThat(keys.get("keys").asInt()).isGreaterThan(1);
    client(workspace, "sal", Role.SALES)
        .post()
        .uri("/api/v1/integrations/keys/rotate")
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  private static JsonNode body(WebTestClient.ResponseSpec response) {
    var body = response.expectBody(JsonNode.class).returnResult().getResponseBody();
    assertThat(body).isNotNull();
    return body;
  }
}
